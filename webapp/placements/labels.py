"""What the parts of a placement are called for people."""

from collections.abc import Mapping

from webapp.core.i18n import N_
from webapp.placements.vocabulary import EndReason, MarkKind, NextStep
from webapp.trajectories.deadlines import Task

TASKS: Mapping[Task, str] = {
    Task.PROGRESS: N_("Voortgangsbericht"),
    Task.EVALUATION: N_("Evaluatiegesprek"),
    Task.ADVICE: N_("Advies op papier"),
    Task.END: N_("Laatste dag"),
}
MARKS: Mapping[MarkKind, str] = {
    MarkKind.PROGRESS_SENT: N_("De werkgever stuurde een voortgangsbericht"),
    MarkKind.PROGRESS: N_("Voortgangsbericht ontvangen"),
    MarkKind.EVALUATION_PLANNED: N_("Evaluatiegesprek gepland"),
    MarkKind.EVALUATION: N_("Evaluatiegesprek gehouden"),
    MarkKind.ADVICE: N_("Advies gegeven"),
    MarkKind.EXTENDED: N_("Verlengd tot en met"),
    MarkKind.ENDED: N_("Plaatsing beëindigd"),
}
END_REASONS: Mapping[EndReason, str] = {
    EndReason.AS_PLANNED: N_("De tijd was om, zoals gepland"),
    EndReason.GOAL_MET: N_("Het doel is eerder gehaald"),
    EndReason.NO_WISH: N_("De deelnemer wilde stoppen"),
    EndReason.NO_FIT: N_("De werkplek paste niet"),
    EndReason.PROVIDER: N_("De werkgever kon niet verder"),
    EndReason.CIRCUMSTANCES: N_("Omstandigheden van de deelnemer"),
    EndReason.MOVED: N_("De deelnemer is verhuisd"),
    EndReason.OTHER: N_("Een andere reden"),
}
NEXT_STEPS: Mapping[NextStep, str] = {
    NextStep.PAID_WORK: N_("Betaald werk"),
    NextStep.SUPPORTED_WORK: N_("Betaald werk met ondersteuning"),
    NextStep.TRAINING: N_("Een opleiding"),
    NextStep.VOLUNTEERING: N_("Vrijwilligerswerk"),
    NextStep.OTHER_PLACEMENT: N_("Een ander traject of een andere werkplek"),
    NextStep.OTHER_HELP: N_("Andere hulp, zoals dagbesteding"),
    NextStep.NONE: N_("Voorlopig niets"),
    NextStep.UNKNOWN: N_("Nog niet bekend"),
}
