import time

import pytest

from watchdesk.engine.text.language import identify
from watchdesk.engine.text.signs import load

SENTENCES = {
    "en": "Police detained three activists on the square on Monday evening.",
    "ru": "Полиция задержала на площади троих активистов.",
    "uk": "Поліція затримала на площі трьох активістів, їх відпустили.",
    "be": "Міліцыя затрымала на плошчы трох актывістаў, іх адпусцілі.",
    "ro": "Poliția a reținut trei activiști în piață, au fost eliberați.",
    "hy": "Ոստիկանությունը բերման է ենթարկել երեք ակտիվիստի։",
    "az": "Polis meydanda üç fəalı saxlayıb, onlar sonra azad edilib.",
    "ka": "პოლიციამ მოედანზე სამი აქტივისტი დააკავა.",
    "kk": "Полиция алаңда үш белсендіні ұстады, олар кейін босатылды.",
    "ky": "Милиция аянттан үч активистти кармап, кийин бошотту, деп билдирди.",
    "tg": "Пулис дар майдон се фаъолро боздошт кард ва баъдан озод намуд.",
    "tk": "Polisiýa meýdanda üç işjeňi tussag etdi we soňra boşatdy.",
    "uz": "Politsiya maydonda uch faolni ushladi va keyin qo'yib yubordi.",
    "fa": "پلیس سه فعال را در میدان بازداشت کرد و سپس آزاد می‌کند.",
    "ps": "پوليسو په میدان کې درې فعالان ونیول او بیا یې خوشې کړل.",
    "ur": "پولیس نے چوک میں تین کارکنوں کو گرفتار کیا اور پھر رہا کر دیا۔",
    "sq": "Policia ndaloi tre aktivistë në shesh dhe më pas i liroi.",
    "sr-Cyrl": "Полиција је привела тројицу активиста на тргу, а касније их је пустила.",
    "mk": "Полицијата приведе тројца активисти на плоштадот, а подоцна ги пушти.",
    "bg": "Полицията задържа трима активисти на площада, които по-късно бяха пуснати.",
    "hu": "A rendőrség három aktivistát vett őrizetbe a téren, és később elengedte őket.",
    "tt": "Полиция мәйданда өч активистны тоткарлады һәм соңыннан җибәрде.",
    "ba": "Полиция майҙанда өс активисты тотҡарланы һәм һуңынан ебәрҙе.",
    "crh": "Polis meydanda üç faalni yaqaladı ve soñ serbest etti, dep haber berdi qırımtatar.",
    "ce": "Оцу шарахь дуьйна цо нохчийн маттахь газет арахоьцуш хилла, хӏинца и стаг цигахь вац.",
}  # fmt: skip


@pytest.mark.parametrize("code, text", SENTENCES.items())
def test_a_sentence_tells_its_language(code: str, text: str) -> None:
    assert identify(text) == code


@pytest.mark.parametrize(
    "code, text",
    [
        ("uz", "Полиция майдонда уч фаолни ушлади ва кейин қўйиб юборди, деб хабар бўлган эди."),
        ("tk", "Полиция мейданда үч ишҗеңи туссаг этди ве соңра бошатды, дийип хабар эдип."),
        ("az", "Полис мејданда үч фәалы сахлајыб вә сонра азад едиб, дејә билдирилиб."),
    ],
)
def test_a_language_is_known_in_its_older_script_too(code: str, text: str) -> None:
    assert identify(text) == code


@pytest.mark.parametrize("text", ["", "12345", "!!!", "— …", "x", "asdf qwer zxcv"])
def test_what_is_no_language_is_und(text: str) -> None:
    assert identify(text) == "und"


def test_rivals_are_told_apart_by_words_that_only_one_of_them_uses() -> None:
    assert identify("Policija je tijekom tjedna uhitila tisuću ljudi, kazao je odvjetnik.") == "hr"
    assert identify("Policija je posle nedelju dana uhapsila hiljadu ljudi, pre toga niko.") == (
        "sr-Latn"
    )
    assert identify("Policija je prije sedmicu dana u Sarajevu uhapsila hiljadu ljudi.") == "bs"
    assert identify("پولیس سه فعال را در ولسوالی گرفتار نمود و وی را به محکمه برد.") == "prs"


def test_a_hint_decides_only_what_the_text_leaves_open() -> None:
    text = "Policija je na trgu privela tri aktivista."
    assert [identify(text, hint) for hint in ("hr", "bs", "sr-Latn")] == ["hr", "bs", "sr-Latn"]
    assert identify(SENTENCES["ru"], "uk") == "ru"


def test_addresses_and_handles_do_not_sway_the_answer() -> None:
    noise = "https://example.org/the/latest/news/from/the/world @newsroom #breaking"
    assert identify(f"{noise} {SENTENCES['ru']} {noise}") == "ru"


@pytest.mark.parametrize("piece", ["a", "a@", "http://", " ", "ў", "می‌", "@ "])
def test_a_hostile_text_takes_no_longer_than_another(piece: str) -> None:
    identify("warm up")
    started = time.process_time()
    identify(piece * 300_000)
    assert time.process_time() - started < 1


def test_every_sign_is_written_in_small_letters() -> None:
    groups = {id(group): group for group in load().rivals_by_language.values()}.values()
    signs = [word for group in groups for kind in (group.words, group.starts) for word in kind]
    signs += [w for ls in load().languages_by_script.values() for lang in ls for w in lang.words]
    assert [word for word in signs if word != word.lower()] == []
