"""Join the words of a sentence to noun groups: «журналистку «Вестника» Ольгу Ветрову»."""

from collections.abc import Sequence
from dataclasses import replace

from watchdesk.engine.events.cased.forms import (
    ANY_FORMS,
    Form,
    meet,
    meet_beside,
    meet_counted,
)
from watchdesk.engine.events.cased.lists import lists
from watchdesk.engine.events.cased.row import Group, Row

LONGEST_QUOTED = 8
"""Words between quotation marks that can still be a name."""


def groups(row: Row) -> list[Group]:
    """Give the noun groups of a sentence in text order."""
    found: list[Group] = []
    at = 0
    while at < len(row.words):
        group, at = read_group(row, at)
        if group is None or called(row, group, found) or counting(row, group, found):
            continue
        found.append(governed(row, group, found))
    return lists(row, found)


def read_group(row: Row, at: int) -> tuple[Group | None, int]:
    """Read one group from words[at]; None where none begins here."""
    if row.kind(at) == '"':
        return quoted(row, at)
    if row.kind(at) not in "NA#W":
        return None, at + 1
    start, forms, counted = at, ANY_FORMS, False
    while row.kind(at) in {"A", "#"} and at not in row.names:
        word = row.words[at]
        met = meet_counted(forms, word.forms) if counted else meet(forms, word.forms)
        if not met and at > start:
            break
        counted = counted or word.kind == "#"
        forms, at = met or word.forms, at + 1
    if counted and start and row.texts[start - 1] in row.lists["approximators"]:
        forms |= {Form("nomn"), Form("accs")}
    if row.kind(at) in {"N", "W"} or at in row.names:
        return with_noun(row, start, at, forms, counted=counted)
    return bare(row, start, at, forms, counted=counted), at


def bare(row: Row, start: int, end: int, forms: frozenset[Form], *, counted: bool) -> Group:
    """Make a group without a noun: «двоих», «неизвестные»."""
    title = row.words[end - 1].lemma
    return Group(start, end, end - 1, forms, counted=counted, title=title)


def with_noun(
    row: Row, start: int, at: int, forms: frozenset[Form], *, counted: bool
) -> tuple[Group, int]:
    """Read the noun words[at] and the names set beside it."""
    noun = row.words[at]
    if noun.owner and at == start and owns_next(row, at):
        own = frozenset([Form("gent")])
        return Group(at, at + 1, at, own, pronoun=True, title=noun.lemma), at + 1
    if at > start and noun.owner and owns_next(row, at):  # «двух его братьев»
        return with_noun(row, start, at + 1, forms, counted=counted)
    end, own = name_at(row, at)
    met = meet_counted(forms, own) if counted else meet(forms, own)
    if at > start and (noun.pronoun or not met):  # «объявившего его»
        return bare(row, start, at, forms, counted=counted), at
    group = Group(
        start, end, at, met or own, counted=counted, named=at in row.names,
        pronoun=noun.pronoun, title=noun.lemma,
    )  # fmt: skip
    return (group, end) if noun.kind == "W" else beside(row, group)


def owns_next(row: Row, at: int) -> bool:
    """Tell whether «его» stands before the noun it owns."""
    if row.kind(at + 1) not in {"N", "A", "#"} or row.texts[at + 1] in row.lists["predicatives"]:
        return False
    if row.kind(at + 1) == "#":  # «её двое суток держали»
        return row.kind(at + 2) != "N" or row.words[at + 2].lemma not in row.lists["times"]
    means = {form.case for form in row.words[at + 1].forms} <= {"ablt", "loct"}
    return not (means and row.kind(at - 1) in {"V", "I", "G"})  # «избили его битами»


def name_at(row: Row, at: int) -> tuple[int, frozenset[Form]]:
    """Give where the noun or name that begins at words[at] ends, and its forms.

    The words of a person's name narrow each other down («Тимура Сагинова» is one man); a body is
    called by its first noun («Следственный комитет России»).
    """
    forms, end = row.words[at].forms or ANY_FORMS, at + 1
    narrowing = True
    while at in row.names and row.names.get(end) == row.names[at]:
        narrowing = narrowing and (at in row.people or row.kind(end - 1) == "A")
        if narrowing:
            forms = meet(forms, row.words[end].forms) or forms
        end += 1
    return end, forms


def beside(row: Row, group: Group) -> tuple[Group, int]:
    """Take in what stands beside a noun in its own case: a name, a quoted name, a second noun."""
    while True:
        at = group.end
        inner, after = quoted(row, at) if row.kind(at) == '"' else (None, at)
        if inner is not None:
            bears_name = not group.animate and not group.named
            group = replace(
                group, end=after, head=inner.head if bears_name else group.head,
                named=group.named or bears_name,
            )  # fmt: skip
            continue
        if described(row, group, at):  # «активиста 26-летнего Рашида Салеха»
            at += 1
        if not can_stand_beside(row, group, at):
            return group, group.end
        end, own = name_at(row, at)
        met = meet_beside(group.forms, own)
        if not met:
            return group, group.end
        takes_over = at in row.names and not group.named
        group = replace(
            group, end=end, forms=met, named=group.named or at in row.names,
            head=at if takes_over else group.head,
        )  # fmt: skip


def described(row: Row, group: Group, at: int) -> bool:
    """Tell whether words[at] is an adjective between a noun and its name."""
    adjective = row.kind(at) == "A" and at not in row.names and at + 1 in row.people
    return adjective and group.animate and bool(meet(group.forms, row.words[at].forms))


def can_stand_beside(row: Row, group: Group, at: int) -> bool:
    """Tell whether words[at] can be the same person as the group before it."""
    if at >= len(row.words) or group.pronoun or group.counted:
        return False
    word = row.words[at]
    if at in row.names:
        return not group.named and can_be_called(row, group, at) and not owned(row, group, at)
    nominal = word.kind == "N" and not word.pronoun and not word.owner
    animate = any(form.animate == "anim" for form in word.forms)
    alike = nominal and animate == group.animate
    return alike and all(form.case != "gent" for form in word.forms)


def can_be_called(row: Row, group: Group, at: int) -> bool:
    """Tell whether a noun can have the name at words[at]: «журналист Лапин», no «статус»."""
    if at in row.people:
        return group.animate
    return at not in row.towns or all(form.case != "gent" for form in row.words[at].forms)


def owned(row: Row, group: Group, at: int) -> bool:
    """Tell whether the name at words[at] owns the noun before it: «брат Лапина»."""
    if all(form.case != "gent" for form in row.words[at].forms):
        return False
    if row.kind(group.start - 1) and row.words[group.start - 1].owner:  # «его брата Магомеда»
        return False
    alone = row.names.get(at + 1) != row.names[at]
    return group.title in row.lists["owned"] or (
        alone and group.title in row.lists["owned_or_called"]
    )


def quoted(row: Row, at: int) -> tuple[Group | None, int]:
    """Read a name in quotation marks, with the marks; None where it is speech."""
    for place in range(at + 1, min(at + 2 + LONGEST_QUOTED, len(row.words))):
        if row.kind(place) == '"' and place > at + 1:
            title = row.texts[at + 1]
            return Group(at, place + 1, at + 1, ANY_FORMS, named=True, title=title), place + 1
    return None, at + 1


def called(row: Row, group: Group, before: list[Group]) -> bool:
    """Join the name in «лидера партии «Рассвет» Андрея Лапина» to the title before it."""
    index = len(before) - 1
    if index < 0 or before[index].end != group.start or group.start not in row.people:
        return False
    if before[index].animate or before[index].owner is None:
        return False
    while before[index].owner is not None:
        index = before[index].owner or 0
    root = before[index]
    met = meet_beside(root.forms, group.forms)
    if not met or not root.animate or root.named:
        return False
    before[index] = replace(
        root, end=group.end, head=group.head, forms=met, named=True, told=group.start
    )
    return True


def counting(row: Row, group: Group, before: list[Group]) -> bool:
    """Join what is counted to the noun that counts it: «группа активистов», «десятки тысяч»."""
    last = before[-1] if before else None
    if last is None or last.end != group.start or "gent" not in group.cases:
        return False
    if last.title not in row.lists["quantities"]:
        return False
    before[-1] = replace(
        group, start=last.start, forms=last.forms, counted=True,
        preposition=last.preposition, owner=last.owner,
    )  # fmt: skip
    return True


def governed(row: Row, group: Group, before: Sequence[Group]) -> Group:
    """Say which preposition governs a group, or which group it is the genitive of."""
    place = group.start - 1
    while row.kind(place) == "R":
        place -= 1
    if row.kind(place) == "P":
        return replace(group, preposition=place)
    index = len(before) - 1
    if before and before[index].end == group.start and row.words[before[index].head].owner:
        place, index = before[index].start, index - 1  # «по словам его матери»
    else:
        place = group.start
    last = before[index] if index >= 0 else None
    if last and last.end == place and "gent" in group.cases and can_own(row, group, last):
        return replace(group, owner=index)
    return group


def can_own(row: Row, group: Group, last: Group) -> bool:
    """Tell whether a group can be the genitive of the one before it."""
    if group.pronoun or last.pronoun or (last.counted and group.named):
        return False
    if last.title in row.lists["times"] and (group.animate or group.named):
        return False
    return not (last.head in row.towns and group.animate)
