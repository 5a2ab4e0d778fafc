"""What the check asks and advises, in words for who reads little."""

from collections.abc import Mapping
from dataclasses import dataclass

from webapp.core.i18n import N_
from webapp.trajectories.fit import Age, Alone, Outcome, Will, Wish

_DO_NOT_KNOW = N_("Ik weet het niet")


@dataclass(frozen=True)
class Question:
    """A question: what it is about in one word, its text, its help text, and its answers."""

    label: str
    text: str
    hint: str
    answers: Mapping[str, str]


@dataclass(frozen=True)
class Advice:
    """What is advised: a heading, the reason, what it is, and where to ask for it."""

    heading: str
    reason: str
    name: str = ""
    what: str = ""
    where: str = ""


QUESTIONS: Mapping[str, Question] = {
    "age": Question(
        N_("Leeftijd"),
        N_("Meedoen kan %(minimum_age)s, tot je pensioen. Hoe is dat bij jou?"),
        N_("We hoeven niet te weten hoe oud je bent."),
        {
            Age.YOUNGER: N_("Ik ben jonger"),
            Age.WORKING: N_("Ik ben oud genoeg, en nog niet met pensioen"),
            Age.PENSIONED: N_("Ik ben met pensioen"),
            Age.UNSURE: _DO_NOT_KNOW,
        },
    ),
    "will": Question(
        N_("Iets doen"),
        N_("Wil je graag iets doen voor anderen?"),
        N_("Bijvoorbeeld in een tuin, een keuken of een winkel."),
        {
            Will.YES: N_("Ja, dat wil ik"),
            Will.NOT_NOW: N_("Nee, nu niet"),
            Will.UNSURE: _DO_NOT_KNOW,
        },
    ),
    "alone": Question(
        N_("Hulp"),
        N_("Lukt werken zonder hulp?"),
        N_("Uitleg in het begin krijgt iedereen. Dat telt niet als hulp."),
        {
            Alone.PAID: N_("Ja, een betaalde baan lukt mij"),
            Alone.VOLUNTARY: N_("Een baan lukt nu niet. Vrijwilligerswerk lukt mij wel"),
            Alone.NEEDS_HELP: N_("Nee, ik heb er hulp bij nodig"),
            Alone.UNSURE: _DO_NOT_KNOW,
        },
    ),
    "wish": Question(
        N_("Wat je wilt"),
        N_("Wat wil je het liefst?"),
        N_("Kies wat het belangrijkst voor je is."),
        {
            Wish.CONTRIBUTE: N_("Werk doen waar een ander iets aan heeft"),
            Wish.MEET: N_("Nieuwe mensen leren kennen"),
            Wish.STEADY: N_("Rust en vaste dagen, zodat ik me goed blijf redden"),
            Wish.RELIEVE: N_("Dat wie voor mij zorgt, ook even rust heeft"),
            Wish.UNSURE: _DO_NOT_KNOW,
        },
    ),
}

_MAYBE = N_("Er is iets dat misschien beter past")
ADVICE: Mapping[Outcome, Advice] = {
    Outcome.LIKELY: Advice(
        N_("Dit past waarschijnlijk bij je"),
        N_("Je wilt iets doen voor anderen. Je hebt daar hulp bij nodig. Die hulp krijg je hier."),
    ),
    Outcome.YOUTH: Advice(
        _MAYBE,
        N_("Je bent nog jong. Op school of ernaast kun je ook veel doen."),
        N_("Stage of jongerenwerk"),
        N_("Met een stage leer je hoe werken is. Bij het jongerenwerk doe je dingen met anderen."),
        N_("Praat met je mentor op school. Of loop binnen bij het jongerenwerk."),
    ),
    Outcome.PAID_WORK: Advice(
        _MAYBE,
        N_("Een betaalde baan lukt jou. Dan is gewoon werk een goede keus."),
        N_("Betaald werk"),
        N_("Je hebt een baas en je krijgt loon. Dat kan ook voor een paar uur per week."),
        N_("Vraag de gemeente of het UWV om hulp bij het zoeken."),
    ),
    Outcome.VOLUNTEERING: Advice(
        _MAYBE,
        N_("Vrijwilligerswerk past goed bij wat je koos."),
        N_("Vrijwilligerswerk"),
        N_("Je helpt anderen. Je krijgt geen loon. Je kiest zelf waar, en hoe vaak."),
        N_("Vraag ernaar in een buurthuis, bij een club of bij de gemeente."),
    ),
    Outcome.MEETING: Advice(
        _MAYBE,
        N_("Je wilt vooral mensen leren kennen. Dat kan dicht bij huis."),
        N_("Ontmoeten in je buurt"),
        N_("Bijvoorbeeld samen koffie drinken, koken, sporten of iets leren."),
        N_("Loop binnen bij een buurthuis of de bibliotheek. Daar weten ze wat er is."),
    ),
    Outcome.DAY_CARE: Advice(
        _MAYBE,
        N_("Dagbesteding past goed bij wat je koos."),
        N_("Dagbesteding"),
        N_("Je bent overdag op een vaste plek, samen met anderen. Er is altijd begeleiding."),
        N_("Vraag het aan de gemeente. Iemand kijkt dan samen met je wat er kan."),
    ),
    Outcome.TALK: Advice(
        N_("Praat er eens over met iemand"),
        N_("Je hoeft het nu nog niet te weten. Samen met iemand is kiezen makkelijker."),
    ),
}
