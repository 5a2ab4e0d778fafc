"""What one workplace of the corpus says of itself."""

from collections.abc import Sequence
from random import Random

from tests.bench.country import Address
from tests.bench.words import Words
from webapp.trajectories.products import ProductCode
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.vocabulary import (
    DAY_PARTS,
    Access,
    Availability,
    GuidanceKind,
    WorkPressure,
)

_PRODUCTS = tuple(ProductCode)
_AVAILABILITY = (*[Availability.FREE] * 6, *[Availability.WAITING_LIST] * 2, Availability.FULL)


def make_offer(
    random: Random,
    words: Words,
    *,
    address: Address,
    sectors: Sequence[str],
    neighbours: Sequence[str],
) -> WorkplaceContent:
    """Return a content of about 120 words, with values for every facet."""
    topic = words.topic(random)
    reach = random.randint(1, 3) if random.random() < 0.3 else 0
    return WorkplaceContent(
        title=words.title(random, topic),
        summary=words.text(random, topic, random.randint(12, 20)),
        tasks=words.text(random, topic, random.randint(40, 60)),
        learning=words.text(random, topic, random.randint(20, 30)),
        # Some sectors are much more common than others.
        sectors=tuple({sectors[int(len(sectors) * random.random() ** 2)] for _ in range(2)}),
        rungs=tuple(sorted(random.sample(range(2, 6), random.randint(1, 3)))),
        products=tuple(random.sample(_PRODUCTS, random.randint(1, 4))),
        target_group=words.text(random, topic, 9),
        work_pressure=random.choice(tuple(WorkPressure)),
        try_out=random.random() < 0.4,
        guidance_kind=random.choice(tuple(GuidanceKind)),
        method=words.text(random, topic, 12),
        street="Voorbeeldstraat",
        house_number=str(random.randint(1, 200)),
        postcode=address.postcode,
        place=address.place,
        service_area=tuple(random.sample(neighbours, min(reach, len(neighbours)))),
        day_parts=tuple(sorted(random.sample(DAY_PARTS, random.randint(2, 9)))),
        hours_min=random.randint(2, 8),
        hours_max=random.randint(12, 32),
        wheelchair=random.choice(tuple(Access)),
        toilet=random.choice(tuple(Access)),
        quiet_room=random.choice(tuple(Access)),
        availability=random.choice(_AVAILABILITY),
        contact_name="Sanne Voorbeeld",
        contact_email="sanne@voorbeeld.example",
    )
