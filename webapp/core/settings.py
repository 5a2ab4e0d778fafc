"""Settings of one installation, read once from the environment."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self, cast

from environs import Env, validate

from webapp.core.ids import new_secret

Geocoding = Literal["offline", "pdok"]
SecondFactorRule = Literal["required", "optional"]

# What has no safe default in production: without MAIL_URL secret links are printed, and with the
# wrong number of proxies every visitor is one caller, or says which caller to be.
_NEEDED_IN_PRODUCTION = ("SECRET_KEY", "MAIL_URL", "TRUSTED_PROXIES")


class SettingsError(Exception):
    """The environment holds a value that the application cannot work with."""


@dataclass(frozen=True)
class Settings:
    """How this installation runs.

    Every field can be set by the environment variable of the same name in capitals; the README
    has the table. Settings of a municipality are data, not environment: see `municipalities`.
    """

    data_dir: Path
    database_url: str
    secret_key: str
    base_domain: str = "localhost"
    port: int = 5000
    production: bool = False
    demo: bool = True
    trusted_proxies: int = 0
    database_replica_url: str = ""
    platform_name: str = "Werkplekwijzer"
    platform_email: str = "website@werkplekwijzer.example"
    mail_url: str = ""
    mail_sender: str = "Werkplekwijzer <post@werkplekwijzer.example>"
    geocoder: Geocoding = "offline"
    pdok_url: str = "https://api.pdok.nl/bzk/locatieserver/search/v3_1"
    rate_limit_url: str = ""
    rate_limits: bool = True
    search_limit: int = 6000
    undo_minutes: int = 10
    log_level: str = "INFO"
    media_url: str = ""
    clamd_address: str = ""
    audit_retention_years: int = 7
    second_factor: SecondFactorRule = "required"
    former_secret_keys: tuple[str, ...] = ()

    @property
    def mail_dir(self) -> Path:
        """Folder of the mail that the default transport writes."""
        return self.data_dir / "mail"

    @property
    def media_dir(self) -> Path:
        """Folder of the photos and documents, unless MEDIA_URL says otherwise."""
        return self.data_dir / "media"

    @property
    def index_dir(self) -> Path:
        """Folder of the search indexes, written by the worker alone."""
        return self.data_dir / "index"

    @property
    def secret_keys(self) -> tuple[str, ...]:
        """The key of now, and those before it, which still open what they sealed."""
        return (self.secret_key, *self.former_secret_keys)

    @property
    def scheme(self) -> str:
        """Scheme of the site's own addresses."""
        return "https" if self.production else "http"

    def host_of(self, slug: str | None) -> str:
        """Return the host, with its port where that is not the usual one, of a subdomain."""
        name = f"{slug}.{self.base_domain}" if slug else self.base_domain
        return name if self.production else f"{name}:{self.port}"

    def address_of(self, slug: str | None, path: str = "/") -> str:
        """Return the full address of a path on a municipality's host (None: the platform's)."""
        return f"{self.scheme}://{self.host_of(slug)}{path}"

    @classmethod
    def from_env(cls) -> Self:
        """Read the settings from the environment; raise SettingsError naming what is wrong."""
        env = Env()
        try:
            production = env.bool("PRODUCTION", False)
            if production:
                _require(env, _NEEDED_IN_PRODUCTION)
            data_dir = Path(env.str("DATA_DIR", "instance")).resolve()
            demo = env.bool("DEMO", not production)
            settings = cls(
                data_dir=data_dir,
                database_url=_database_url(env, data_dir),
                database_replica_url=_replica_url(env),
                secret_key=_secret_key(env, data_dir),
                base_domain=env.str("BASE_DOMAIN", cls.base_domain).lower(),
                port=env.int("PORT", cls.port, validate=validate.Range(min=1, max=65535)),
                production=production,
                demo=demo,
                trusted_proxies=env.int("TRUSTED_PROXIES", cls.trusted_proxies),
                platform_name=env.str("PLATFORM_NAME", cls.platform_name),
                platform_email=env.str("PLATFORM_EMAIL", cls.platform_email),
                mail_url=env.str("MAIL_URL", cls.mail_url),
                mail_sender=env.str("MAIL_SENDER", cls.mail_sender),
                geocoder=cast(
                    "Geocoding",
                    env.str("GEOCODER", cls.geocoder, validate=validate.OneOf(["offline", "pdok"])),
                ),
                pdok_url=env.str("PDOK_URL", cls.pdok_url),
                rate_limit_url=env.str("RATE_LIMIT_URL", cls.rate_limit_url),
                rate_limits=env.bool("RATE_LIMITS", cls.rate_limits),
                search_limit=env.int("SEARCH_LIMIT", cls.search_limit),
                undo_minutes=env.int(
                    "UNDO_MINUTES", cls.undo_minutes, validate=validate.Range(min=0, max=60)
                ),
                log_level=env.str("LOG_LEVEL", cls.log_level).upper(),
                media_url=env.str("MEDIA_URL", cls.media_url),
                clamd_address=env.str("CLAMD_ADDRESS", cls.clamd_address),
                audit_retention_years=env.int(
                    "AUDIT_RETENTION_YEARS",
                    cls.audit_retention_years,
                    # The database itself keeps what is younger than that.
                    validate=validate.Range(min=cls.audit_retention_years, max=100),
                ),
                second_factor=_second_factor(env, is_demo=demo and not production),
                former_secret_keys=tuple(env.list("FORMER_SECRET_KEYS", [])),
            )
        except ValueError as error:
            message = f"A setting in the environment is wrong: {error}"
            raise SettingsError(message) from error
        return settings


def _database_url(env: Env, data_dir: Path) -> str:
    """Return SQLAlchemy's address of the database."""
    url = env.str("DATABASE_URL", "") or f"sqlite:///{data_dir / 'webapp.sqlite3'}"
    return _with_driver(url)


def _replica_url(env: Env) -> str:
    """Return SQLAlchemy's address of the standby, '' without one: only PostgreSQL has them."""
    url = _with_driver(env.str("DATABASE_REPLICA_URL", ""))
    if url and not _with_driver(env.str("DATABASE_URL", "")).startswith("postgresql"):
        message = "DATABASE_REPLICA_URL goes with a DATABASE_URL of PostgreSQL."
        raise SettingsError(message)
    return url


def _second_factor(env: Env, *, is_demo: bool) -> SecondFactorRule:
    """Return whether staff needs a second factor; anybody may look around in the demo."""
    default = "optional" if is_demo else "required"
    rule = env.str("SECOND_FACTOR", default, validate=validate.OneOf(["required", "optional"]))
    return cast("SecondFactorRule", rule)


def _with_driver(url: str) -> str:
    """Give a bare postgresql:// our driver."""
    for bare in ("postgresql://", "postgres://"):
        if url.startswith(bare):
            return "postgresql+psycopg://" + url.removeprefix(bare)
    return url


def _require(env: Env, names: Iterable[str]) -> None:
    for name in names:
        if not env.str(name, ""):
            message = f"{name} must be set in production."
            raise SettingsError(message)


def _secret_key(env: Env, data_dir: Path) -> str:
    """Return the key that signs cookies; when none is set, one is kept in the data folder."""
    given = env.str("SECRET_KEY", "")
    if given:
        return given
    data_dir.mkdir(parents=True, exist_ok=True)
    file = data_dir / "secret_key"
    try:
        with file.open("x", encoding="ascii") as new:
            new.write(new_secret())
        file.chmod(0o600)
    except FileExistsError:
        pass
    return file.read_text(encoding="ascii")
