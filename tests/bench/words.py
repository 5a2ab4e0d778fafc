"""Dutch by chance: common words as often as people use them, with the words of this field."""

from collections.abc import Sequence
from itertools import accumulate
from random import Random

from webapp.search.analysis.frequencies import common_words, zipf
from webapp.search.analysis.lists import STOP_WORDS

# Of the words of a text: how many are of its own topic, and how many of this field at large.
_OF_TOPIC, _OF_FIELD = 0.12, 0.08
_SENTENCE = 9

Topic = Sequence[str]


class Words:
    """Draws words; `topics` are groups of words of this field."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self.topics = topics
        # The topics stand in any order: a few of them are much more common than the rest.
        self._topic_weights = list(accumulate(1 / rank for rank in range(1, len(topics) + 1)))
        self._general = sorted(common_words())
        self._general_weights = list(accumulate(10 ** zipf(word) for word in self._general))
        self._field = [word for topic in topics for word in topic]
        field_ranks = range(1, len(self._field) + 1)
        self._field_weights = list(accumulate(1 / rank for rank in field_ranks))

    def topic(self, random: Random) -> Topic:
        """Return one of the topics."""
        return random.choices(self.topics, cum_weights=self._topic_weights)[0]

    def title(self, random: Random, topic: Topic) -> str:
        """Return a title of two to five words."""
        others = random.choices(self._field, cum_weights=self._field_weights, k=2)
        pattern = random.choice(("{0} in de {1}", "{0} en {1}", "Meehelpen bij {0}", "{0} met {2}"))
        title = pattern.format(random.choice(topic), random.choice(topic), others[0])
        return title[0].upper() + title[1:]

    def text(self, random: Random, topic: Topic, length: int) -> str:
        """Return sentences of `length` words together."""
        drawn = random.choices(self._general, cum_weights=self._general_weights, k=length)
        for place in range(length):
            chance = random.random()
            if chance < _OF_TOPIC:
                drawn[place] = random.choice(topic)
            elif chance < _OF_TOPIC + _OF_FIELD:
                drawn[place] = random.choices(self._field, cum_weights=self._field_weights)[0]
        sentences = (drawn[at : at + _SENTENCE] for at in range(0, length, _SENTENCE))
        return " ".join(f"{' '.join(each).capitalize()}." for each in sentences)

    def name(self, random: Random) -> str:
        """Return the name of an organisation."""
        kind = random.choice(("Stichting", "Werkplaats", "Zorgboerderij", "De", "Atelier"))
        return f"{kind} {' '.join(random.sample(self._general, 2)).title()}"

    def sought(self, most: int = 1500) -> list[str]:
        """Return the words that people might seek, the most common first."""
        content = (word for word in self._general if len(word) > 3 and word not in STOP_WORDS)
        known = sorted(content, key=zipf, reverse=True)[: most - len(self._field)]
        return [*dict.fromkeys((*self._field, *known))]
