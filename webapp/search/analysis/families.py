"""Word families: a verb and the nouns made of it, such as 'repareren' and 'reparatie'."""

from functools import lru_cache

from webapp.search.analysis.lemmas import is_verb, lemma
from webapp.search.analysis.lists import NO_FAMILY, OWN_FAMILIES

# Endings of nouns, each with what stands in its place in the verb; the longest first.
_ENDINGS = (
    ("ateur", "eren"),  # reparateur, decorateur
    ("eerder", "eren"),  # sorteerder
    ("eerster", "eren"),
    ("atie", "eren"),  # reparatie, organisatie
    ("erij", "en"),  # kwekerij, drukkerij
    ("ster", "en"),  # naaister
    ("age", "eren"),  # montage
    ("aar", "en"),  # tekenaar
    ("eur", "eren"),  # monteur
    ("ing", "en"),  # bezorging
    ("er", "en"),  # bakker
)
_SHORTEST_STEM = 3


@lru_cache(maxsize=20_000)
def family(word: str) -> str:
    """Return the lemma of the verb that a noun belongs to, or else of `word` itself."""
    whole = lemma(word)
    own = OWN_FAMILIES.get(word) or OWN_FAMILIES.get(whole)
    if own is not None:
        return lemma(own)
    if whole in NO_FAMILY:
        return whole
    verbs = (
        whole.removesuffix(ending) + of_verb
        for ending, of_verb in _ENDINGS
        if whole.endswith(ending) and len(whole) - len(ending) >= _SHORTEST_STEM
    )
    return lemma(next(filter(is_verb, verbs), whole))
