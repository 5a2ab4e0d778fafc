"""What the tasks of a trajectory are called, and what there is to do for each."""

from collections.abc import Mapping

from webapp.core.i18n import N_
from webapp.trajectories.deadlines import Remark, Task

TASKS: Mapping[Task, str] = {
    Task.PROGRESS: N_("Voortgangsbericht sturen"),
    Task.EVALUATION: N_("Evaluatiegesprek houden"),
    Task.ADVICE: N_("Advies op papier geven"),
    Task.END: N_("Laatste dag van het traject"),
}
# %(consultant)s: what the municipality calls its consultants.
WHAT_TO_DO: Mapping[Task, str] = {
    Task.PROGRESS: N_(
        "De werkgever laat de %(consultant)s weten hoe het gaat, en wat er goed of lastig is."
    ),
    Task.EVALUATION: N_(
        "De werkgever plant dit gesprek en bereidt het voor. De deelnemer en de %(consultant)s "
        "zijn erbij."
    ),
    Task.ADVICE: N_(
        "In het advies staat welke plek of welk werk past, wat iemand nog leert en wat de "
        "volgende stap is."
    ),
    Task.END: N_("Sluit samen af. Leg vast wat er is bereikt."),
}
REMARKS: Mapping[Remark, str] = {
    Remark.LONGER: N_("Dit traject duurt langer dan gewoonlijk. Vraag de gemeente of dat klopt."),
    Remark.NO_PROGRESS: N_(
        "Dit traject is zo kort dat er geen voortgangsbericht in valt. Spreek af hoe je laat weten "
        "hoe het gaat."
    ),
    Remark.NO_TIME_TO_EVALUATE: N_(
        "Dit traject is te kort om zes weken voor het einde te evalueren. Plan het gesprek meteen "
        "bij het begin."
    ),
}
