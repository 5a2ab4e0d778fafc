"""Frequently asked questions: the base, and what a municipality makes of it."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from webapp.content.models import Audience, FaqEntry
from webapp.core import resources

# The order in which visitors meet the audiences: residents first, they are whom it is for.
_ORDER = (Audience.RESIDENTS, Audience.EMPLOYERS, Audience.CONSULTANTS)


class Origin(StrEnum):
    """Who wrote an answer."""

    BASE = "base"
    CHANGED = "changed"
    OWN = "own"


@dataclass(frozen=True)
class Question:
    """A question with its answer, both with placeholders; the answer is Markdown.

    `version` counts the municipality's changes (0: none), for who edits.
    """

    key: str
    group_key: str
    question: str
    answer: str
    origin: Origin = Origin.BASE
    is_hidden: bool = False
    version: int = 0


@dataclass(frozen=True)
class Group:
    """Questions about one thing."""

    key: str
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Section:
    """The groups of questions of one audience."""

    audience: Audience
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many questions there are."""
        return sum(len(group.questions) for group in self.groups)


@cache
def base_faq() -> tuple[Section, ...]:
    """Return the questions that every municipality starts with."""
    return tuple(Section(audience, _base_groups(audience)) for audience in _ORDER)


@cache
def base_questions() -> Mapping[str, Question]:
    """Return the questions of the base by key."""
    return {
        question.key: question
        for section in base_faq()
        for group in section.groups
        for question in group.questions
    }


@cache
def audience_of_group() -> Mapping[str, Audience]:
    """Return for whom the questions of each group are; keys of groups occur once in all."""
    return {group.key: section.audience for section in base_faq() for group in section.groups}


def merge(entries: Iterable[FaqEntry]) -> tuple[Section, ...]:
    """Return the base with a municipality's own entries in it; its additions close each group."""
    own = {entry.key: entry for entry in entries}
    added = [_addition(entry) for key, entry in own.items() if key not in base_questions()]

    def merged(group: Group) -> Group:
        of_base = (_changed(question, own.get(question.key)) for question in group.questions)
        of_own = (question for question in added if question.group_key == group.key)
        return replace(group, questions=(*of_base, *of_own))

    return tuple(
        replace(section, groups=tuple(merged(group) for group in section.groups))
        for section in base_faq()
    )


def visible(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return the sections without hidden questions, and without groups that then are empty."""

    def shown(group: Group) -> Group:
        return replace(group, questions=tuple(q for q in group.questions if not q.is_hidden))

    return tuple(
        replace(
            section, groups=tuple(filter(lambda group: group.questions, map(shown, section.groups)))
        )
        for section in sections
    )


def _changed(question: Question, entry: FaqEntry | None) -> Question:
    if entry is None:
        return question
    kept = replace(question, is_hidden=entry.is_hidden, version=entry.version)
    if not entry.answer:
        return kept
    return replace(kept, question=entry.question, answer=entry.answer, origin=Origin.CHANGED)


def _addition(entry: FaqEntry) -> Question:
    return Question(
        key=entry.key,
        group_key=entry.group_key,
        question=entry.question,
        answer=entry.answer,
        origin=Origin.OWN,
        is_hidden=entry.is_hidden,
        version=entry.version,
    )


def _base_groups(audience: Audience) -> tuple[Group, ...]:
    file = resources.base_file("content", "faq", f"{audience.value}.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["group"]
    return tuple(
        Group(
            row["key"],
            row["title"],
            tuple(
                Question(each["key"], row["key"], each["question"], each["answer"].strip())
                for each in row["question"]
            ),
        )
        for row in rows
    )
