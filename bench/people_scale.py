"""How the time to find a name grows with the pool: `python -m bench.people_scale [SIZE ...]`.

Invented people: surnames of random syllables with the endings of the region, given names by Zipf's
law, a patronymic for half of them.  The pool is in Latin letters, the queries in Cyrillic.
"""

import random
import resource
import sys
import time
from collections.abc import Iterator

from watchdesk.engine.identities.match import Index
from watchdesk.engine.identities.sounds import romanise

GIVEN = (
    "Александр Сергей Андрей Дмитрий Алексей Иван Михаил Николай Владимир Олег Игорь Павел Виктор"
    " Юрий Роман Денис Антон Максим Евгений Артём Анна Елена Ольга Наталья Татьяна Мария Ирина"
    " Светлана Екатерина Юлия Анастасия Дарья Галина Людмила Марина Бахтияр Нурлан Ерлан Айгуль"
    " Гульнара Рустам Фарход Шавкат Дилшод Азамат Марат Тимур Рамиз Эльчин Лейла Тигран Армен Гайк"
    " Нино Гиорги Ираклий Зураб Мохаммад Ахмад Хасан Хусейн Али Реза Фатима Зоран Драган Милан"
).split()
ENDINGS = "ов ев ин ский енко ян швили заде ова ева ина ская ук ович дзе лы бек баев оглу".split()
ONSETS = "б в г д ж з к л м н п р с т ф х ц ч ш бр гр др кр пр ст тр сл вл".split()
VOWELS = "а е и о у ы".split()


def surnames(number: int, dice: random.Random) -> list[str]:
    def one() -> str:
        parts = [
            dice.choice(ONSETS) + dice.choice(VOWELS) for _ in range(dice.choice((1, 2, 2, 3)))
        ]
        return ("".join(parts) + dice.choice(ONSETS) + dice.choice(ENDINGS)).capitalize()

    return [one() for _ in range(number)]


def people(number: int, dice: random.Random) -> Iterator[str]:
    """Give names; a surname has 12 bearers on average, the commonest thousands."""
    pool = surnames(max(50, number // 12), dice)
    family_odds = [1 / (i + 10) ** 0.8 for i in range(len(pool))]
    given_odds = [1 / (i + 3) for i in range(len(GIVEN))]
    families = dice.choices(pool, family_odds, k=number)
    given = dice.choices(GIVEN, given_odds, k=number)
    fathers = dice.choices(GIVEN, given_odds, k=number)
    for surname, name, father in zip(families, given, fathers, strict=True):
        middle = f" {father}ович" if dice.random() < 0.5 else ""
        yield f"{name}{middle} {surname}"


def latin(name: str) -> str:
    return " ".join(romanise(w).capitalize() for w in name.split())


def main(sizes: list[int]) -> None:
    for size in sizes:
        dice = random.Random(size)
        names = list(people(size, dice))
        start = time.perf_counter()
        index = Index({"id": str(i), "names": [latin(n)]} for i, n in enumerate(names))
        built = time.perf_counter() - start
        asked = dice.sample(range(size), 300)
        times, right = [], 0
        for i in asked:
            start = time.perf_counter()
            found = index.search(names[i])
            times.append((time.perf_counter() - start) * 1000)
            right += any(index.search(names[i])[0].name == m.name for m in found[:1]) and (
                found[0].name == latin(names[i])
            )
        times.sort()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:>9,} people: mean {sum(times) / len(times):.2f} ms, median {times[150]:.2f},"
            f" 95 % {times[285]:.2f}; name found {right / 300:.3f}; built in {built:.0f} s,"
            f" {memory:.0f} MB",
            flush=True,
        )


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:]] or [10_000, 100_000, 1_000_000])
