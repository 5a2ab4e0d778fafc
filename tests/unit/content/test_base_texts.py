import re
import tomllib
from itertools import chain
from pathlib import Path
from statistics import mean

import pytest

WEBAPP = Path(__file__).parents[3] / "webapp"
FAQ = WEBAPP / "content" / "base" / "faq"
PAGES = WEBAPP / "content" / "base" / "pages"
TRAJECTORIES = WEBAPP / "trajectories" / "base"

FAQ_FILES = sorted(FAQ.glob("*.toml"))
PAGE_FILES = sorted(PAGES.glob("*.md"))
TRAJECTORY_FILES = sorted(TRAJECTORIES.glob("*.toml"))
TEXT_FILES = [*FAQ_FILES, *PAGE_FILES, *TRAJECTORY_FILES]

# What a visitor could read in place of each placeholder: sentence lengths count with it filled in.
PLACEHOLDERS = {
    "gemeente": "Voorbeeldstad",
    "aanpak": "Activerend Werk",
    "site_naam": "Werkplekken Voorbeeldstad",
    "netwerk_naam": "het netwerk Voorbeeldstad",
    "netwerk_email": "netwerk@voorbeeld.nl",
    "netwerk_partners": "De Proeftuin, Het Voorbeeld en De Werkvloer",
    "platform_naam": "Werkplekwijzer",
    "platform_email": "site@voorbeeld.nl",
    "privacy_email": "privacy@voorbeeld.nl",
    "toegankelijkheid_email": "toegankelijk@voorbeeld.nl",
    "website": "voorbeeldstad.voorbeeld.nl",
    "minimumleeftijd": "vanaf 16 jaar",
    "calamiteit_termijn": "binnen 2 werkdagen",
    "calamiteit_meldpunt": "de gemeente",
    "consulent": "Wmo-consulent",
    "voortgang_stabiel": "op de helft van het traject",
    "eigen_bijdrage": "Je betaalt geen eigen bijdrage.",
    "orientatie_uitvoerder": "een begeleider van het netwerk",
    "traject_orientatie": "Oriëntatiefase",
    "traject_ontwikkeling_3": "Ontwikkeling naar trede 3",
    "traject_ontwikkeling_4": "Ontwikkeling naar trede 4",
    "traject_ontwikkeling_5": "Ontwikkeling naar trede 5",
    "traject_stabiel_3": "Stabiel op trede 3",
    "traject_stabiel_4": "Stabiel op trede 4",
    "orientatie_duur": "hooguit 3 maanden",
    "toelating_aanbieders": "Op dit moment kun je je daarvoor niet inschrijven.",
    "locatieregel": "Het werk is in de gemeente of in een gemeente ernaast.",
    "vergoeding_maximum": "€ 2.100 per jaar (het bedrag van 2025; vraag of dit nog klopt)",
    "grondslag": "een taak van de gemeente (privacywet AVG, artikel 6, lid 1, onder e)",
    "bewaartermijn_aanmelding": "12 maanden",
    "toegankelijkheid_status": "C",
    "toegankelijkheid_datum": "12 mei 2026",
}
# The licence of the geographic data asks to be named with its address.
LICENCE = "https://creativecommons.org/licenses/by/4.0/deed.nl"
ACCESSIBILITY_ONLY = {"toegankelijkheid_status", "toegankelijkheid_datum"}

DEMO_MUNICIPALITIES = [
    "Duiven",
    "Westervoort",
    "Zevenaar",
    "Arnhem",
    "Lingewaard",
    "Overbetuwe",
    "Rheden",
    "Renkum",
    "Rozendaal",
    "Doesburg",
    "Apeldoorn",
]
PUBLIC_PAGES = {
    "/",
    "/contact",
    "/consulent",
    "/inwoners/aanmelden",
    "/participatieladder",
    "/privacy",
    "/tarieven",
    "/trajecten",
    "/veelgestelde-vragen",
    "/werkplekken",
}
EXPECTED_PAGES = {
    "contact",
    "cookies",
    "inwoners",
    "participatieladder",
    "platform-contact",
    "platform-privacy",
    "platform-toegankelijkheid",
    "privacy",
    "tarieven",
    "toegankelijkheid",
    "trajecten",
    "werkgevers",
    "zoeken-uitleg",
}
FLAGGED = re.compile(
    r"\b(indicaties?|participatie|participeren|toeleiding|voorziening(en)?|dien(t|en) te|middels"
    r"|teneinde)\b",
    re.IGNORECASE,
)
CALLED_PER_MUNICIPALITY = re.compile(
    r"activerend werk|(?<!\{)\b(?:wmo-)?consulent|wijkcoach", re.IGNORECASE
)
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
# Texts for colleagues and contract partners may run a little longer than those for residents.
FOR_PROFESSIONALS = {"employers", "consultants", "werkgevers"}


def load(path):
    return tomllib.loads(path.read_text("utf-8"))


def groups_of(audience):
    return load(FAQ / f"{audience}.toml")["group"]


def questions_of(path):
    return [question for group in load(path)["group"] for question in group["question"]]


def texts_of(path):
    """Every string a visitor reads from the file, in order."""
    if path.suffix == ".md":
        return [path.read_text("utf-8")]
    if path in FAQ_FILES:
        asked = [[question["question"], question["answer"]] for question in questions_of(path)]
        return [group["title"] for group in load(path)["group"]] + list(chain(*asked))
    (rows,) = load(path).values()
    return [value for row in rows for value in row.values() if isinstance(value, str)]


def sentences_of(markdown):
    """Sentences of a Markdown text, placeholders filled in; an item or heading is on its own."""
    filled = re.sub(r"\{(\w+)\}", lambda found: PLACEHOLDERS[found[1]], markdown)
    plain = LINK.sub(r"\1", filled).replace("*", "")
    blocks = re.split(r"\n\s*\n|\n(?=\s*(?:[-#]|\d+\.)\s*)", plain)
    for block in blocks:
        line = re.sub(r"^\s*(?:[-#]+|\d+\.)\s+", "", " ".join(block.split()))
        yield from (part for part in re.split(r"(?<=[.!?])\s+", line) if part)


def words_in(sentence):
    return sum(any(letter.isalnum() for letter in word) for word in sentence.split())


def named(paths):
    return [pytest.param(path, id=path.stem) for path in paths]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Eén zin. Nog één?\nOp de volgende regel.", [2, 2, 4]),
        ("Dit mag:\n\n- **een punt** zonder zin;\n- [een link](/tarieven).", [2, 4, 2]),
        ("Je krijgt € 2.100 per jaar.\n\n1. Eerst dit.\n2. Dan dat.", [5, 2, 2]),
    ],
)
def test_a_reader_of_these_tests_can_trust_the_sentence_splitter(markdown, expected):
    assert [words_in(sentence) for sentence in sentences_of(markdown)] == expected


def test_an_employer_finds_31_questions_in_6_groups():
    assert [len(group["question"]) for group in groups_of("employers")] == [5, 2, 4, 8, 6, 6]


@pytest.mark.parametrize(("audience", "least"), [("residents", 14), ("consultants", 12)])
def test_residents_and_consultants_find_their_questions_too(audience, least):
    assert sum(len(group["question"]) for group in groups_of(audience)) >= least


def test_a_visitor_can_link_to_each_question_by_a_key_that_is_used_once():
    groups = [group for path in FAQ_FILES for group in load(path)["group"]]
    keys = [group["key"] for group in groups]
    keys += [question["key"] for path in FAQ_FILES for question in questions_of(path)]
    assert len(keys) == len(set(keys))
    assert [key for key in keys if not KEBAB.fullmatch(key)] == []


def test_a_visitor_finds_every_page_with_one_title_and_no_other_heading_of_that_rank():
    assert {path.stem for path in PAGE_FILES} == EXPECTED_PAGES
    for path in PAGE_FILES:
        first, *others = path.read_text("utf-8").splitlines()
        assert re.fullmatch(r"# \S.*[^.]", first), path.name
        assert not [line for line in others if line.startswith("# ")], path.name


@pytest.mark.parametrize("path", named(TEXT_FILES))
def test_a_visitor_never_sees_a_placeholder_that_nobody_fills(path):
    found = set(re.findall(r"\{([^{}]*)\}", "\n".join(texts_of(path))))
    allowed = set(PLACEHOLDERS)
    if not path.stem.endswith("toegankelijkheid"):
        allowed -= ACCESSIBILITY_ONLY
    if path.stem == "rungs":
        allowed = set()
    assert found <= allowed


def test_what_a_product_is_called_and_for_reads_the_same_in_every_municipality():
    """Only these fields are shown with their placeholders filled in."""
    filled = {"duration", "description", "guidance"}
    (rows,) = load(TRAJECTORIES / "products.toml").values()
    others = [str(value) for row in rows for name, value in row.items() if name not in filled]
    assert [text for text in others if "{" in text] == []


@pytest.mark.parametrize("path", named(FAQ_FILES))
def test_titles_and_questions_read_the_same_in_every_municipality(path):
    titles = [group["title"] for group in load(path)["group"]]
    titles += [question["question"] for question in questions_of(path)]
    assert [title for title in titles if "{" in title] == []


@pytest.mark.parametrize("path", named(TEXT_FILES))
def test_a_visitor_reads_no_name_or_address_of_another_municipality(path):
    text = "\n".join(texts_of(path)).replace(LICENCE, "")
    assert [name for name in DEMO_MUNICIPALITIES if name.lower() in text.lower()] == []
    assert re.findall(r"\S*activerendwerk\.nl|https?:|\w@\w|www\.", text) == []


@pytest.mark.parametrize("path", named(TEXT_FILES))
def test_a_visitor_reads_what_the_own_municipality_calls_it(path):
    """The approach and who helps have a name per municipality: a placeholder stands for it."""
    text = LINK.sub(r"\1", "\n".join(texts_of(path)))
    assert CALLED_PER_MUNICIPALITY.findall(text) == []


@pytest.mark.parametrize("path", named(TEXT_FILES))
def test_a_visitor_follows_links_to_pages_and_questions_that_exist(path):
    anchors = (
        {f"#{question['key']}" for question in questions_of(path)} if path in FAQ_FILES else {}
    )
    for label, target in LINK.findall("\n".join(texts_of(path))):
        is_mail = re.fullmatch(r"mailto:(\{\w+_email\})", target)
        known = (
            target in PUBLIC_PAGES | {LICENCE}
            or target in anchors
            or (is_mail and is_mail[1] == label)
        )
        assert known, (label, target)


@pytest.mark.parametrize("path", named(FAQ_FILES))
def test_an_answer_holds_no_headings_and_no_html(path):
    for question in questions_of(path):
        assert not re.search(r"^\s*#|<\w", question["answer"], re.MULTILINE), question["key"]


@pytest.mark.parametrize("path", named(TEXT_FILES))
def test_a_visitor_meets_no_official_words(path):
    assert [found[0] for found in FLAGGED.finditer("\n".join(texts_of(path)))] == []


@pytest.mark.parametrize("path", named(TEXT_FILES))
def test_a_visitor_reads_short_sentences(path):
    longest, average = (25, 14) if path.stem in FOR_PROFESSIONALS else (20, 12)
    sentences = [sentence for text in texts_of(path) for sentence in sentences_of(text)]
    assert [sentence for sentence in sentences if words_in(sentence) > longest] == []
    # Headings and loose items are short: the mean counts full sentences only.
    full = [words_in(sentence) for sentence in sentences if sentence[-1] in ".!?"]
    assert mean(full) <= average
