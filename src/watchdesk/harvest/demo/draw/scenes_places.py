"""Cities, roads, fields, halls: where things happen."""

from math import sin

from watchdesk.harvest.demo.draw.canvas import Canvas, Point, blend

INK, PAPER, RED = "#222c36", "#f4eee2", "#bf4b32"


def ridge(c: Canvas, base: float, height: float, colour: str, step: int = 40) -> None:
    """Draw a line of mountains from edge to edge; every second peak is lower."""
    points: list[Point] = [(0, 800)]
    for number, x in enumerate(range(0, 1200 + step, step)):
        points.append((x, base - height * (0.35 + 0.65 * abs(sin(number * 1.7 + height)))))
    c.shape([*points, (1200, 800)], colour)


def skyline(c: Canvas) -> None:
    c.sky("#e8b98a", "#f6e7cf", 520)
    ridge(c, 430, 260, "#a9b3bf", 110)
    ridge(c, 470, 170, "#8494a4", 80)
    for number in range(17):
        x, tall = number * 74 - 20, 120 + (number * 83) % 230
        colour = blend("#5d6b7a", "#33414f", (number % 5) / 5)
        c.box((x, 640 - tall, x + 68, 700), colour)
        for row in range(int(tall // 34)):
            for column in range(3):
                if (row + column * 2 + number) % 3 == 0:
                    left, top = x + 10 + column * 18, 652 - tall + row * 34
                    c.box((left, top, left + 10, top + 16), "#f3d58c")
    c.box((0, 690, 1200, 800), "#27333f")


def crowd(c: Canvas) -> None:
    c.sky("#c9d3d6", "#efe4d2")
    for number, x in enumerate(range(0, 1200, 200)):
        c.box((x, 120 + number * 37 % 90, x + 190, 600), blend("#b6a998", "#94877a", number / 6))
        for row in range(5):
            for column in range(4):
                left, top = x + 20 + column * 42, 230 + row * 64
                c.box((left, top, left + 24, top + 38), "#6f7b84", 2)
    for row in range(4):
        y, colour = 640 + row * 70, blend("#5d6670", "#1b232b", row / 3)
        for number in range(15 - row):
            where = number * (88 + row * 8) + (row % 2) * 40 + c.dice.uniform(-14, 14)
            c.person((where, y + 60), 210 + row * 30, colour)
            if row and not (number * 3 + row + 5) % 7:
                shade = (PAPER, "#e7c96a", "#d96a4a")[number % 3]
                c.line([(where + 30, y - 20), (where + 40, y - 230)], INK, 7)
                c.box((where - 50, y - 320, where + 120, y - 220), shade, 3)
                c.line([(where - 24, y - 284), (where + 94, y - 284)], INK, 8)
                c.line([(where - 24, y - 254), (where + 60, y - 254)], INK, 8)


def square(c: Canvas) -> None:
    c.sky("#3b4a63", "#d79a7a", 560)
    ridge(c, 470, 120, "#5b6379", 90)
    for number, x in enumerate(range(0, 1200, 160)):
        c.box((x, 380 - number * 29 % 70, x + 150, 560), "#3c4254")
        for column in range(4):
            c.box((x + 16 + column * 34, 420, x + 34 + column * 34, 450), "#f2cf87")
    c.box((0, 550, 1200, 800), "#7b7478")
    for number in range(-6, 7):
        c.line([(600 + number * 40, 550), (600 + number * 260, 800)], "#6d666b", 4)
    for y in (590, 650, 730):
        c.line([(0, y), (1200, y)], "#6d666b", 4)
    c.box((560, 260, 640, 560), "#56506a")
    c.shape([(552, 260), (600, 170), (648, 260)], "#56506a")
    c.box((520, 540, 680, 572), "#48435a")
    for x in (150, 380, 830, 1050):
        c.line([(x, 690), (x, 420)], INK, 8)
        c.glow((x, 410), 150, "#ffe3a1", 0.8)
        c.disc((x, 410), 18, "#fff1c9")


def airport(c: Canvas) -> None:
    c.sky("#a8c3d2", "#eef0ea", 560)
    c.shape([(520, 330), (900, 300), (960, 330), (900, 356), (520, 372)], "#f7f8f7")
    c.shape([(660, 340), (760, 330), (640, 440)], "#c5ced3")
    c.shape([(540, 330), (520, 230), (570, 230), (610, 328)], RED)
    for x in range(640, 890, 30):
        c.box((x, 322, x + 12, 334), INK, 3)
    for x in (20, 420, 820, 1180):
        c.box((x, 0, x + 16, 560), "#54636e")
    c.box((0, 540, 1200, 566), "#54636e")
    c.box((0, 566, 1200, 800), "#9aa3a5")
    c.box((90, 300, 430, 760), "#3f4e5a", 6)
    c.box((116, 340, 404, 520), "#d9e6ea", 4)
    c.disc((260, 440), 44, INK, 1.15)
    c.box((190, 490, 330, 522), INK, 20)
    c.box((80, 560, 450, 600), "#2c3841", 4)
    c.box((330, 530, 390, 562), "#7c2a33", 3)
    c.box((140, 240, 380, 290), "#e6c65a", 4)
    c.line([(180, 265), (340, 265)], INK, 8)
    c.person((640, 790), 360, "#2b3944")
    c.box((700, 650, 780, 790), "#8a4b38", 8)


def oilfield(c: Canvas) -> None:
    c.sky("#3d3f5c", "#e5945c", 600)
    c.disc((860, 520), 90, "#f8d38a")
    c.box((0, 590, 1200, 800), "#3b2f2a")
    for x, y, size in ((260, 600, 1.0), (700, 590, 0.7), (1010, 586, 0.5)):
        colour = "#191a20"
        c.shape([(x - 90 * size, y + 60), (x, y - 190 * size), (x + 90 * size, y + 60)], colour)
        c.shape([(x - 52 * size, y + 60), (x, y - 120 * size), (x + 52 * size, y + 60)], "#5a4036")
        c.line(
            [(x - 220 * size, y - 130 * size), (x + 180 * size, y - 250 * size)], colour, 22 * size
        )
        c.disc((x - 220 * size, y - 120 * size), 54 * size, colour)
        c.line([(x - 240 * size, y - 80 * size), (x - 240 * size, y + 60)], colour, 6 * size)
        c.box((x + 140 * size, y - 60 * size, x + 240 * size, y + 60), colour, 4)
    c.box((0, 650, 1200, 662), "#5b473c")


def harbour(c: Canvas) -> None:
    c.sky("#9fb6c4", "#dfe6e6", 480)
    for x in (180, 420, 960):
        c.box((x, 180, x + 22, 500), "#b1512f")
        c.line([(x - 120, 200), (x + 220, 130)], "#b1512f", 16)
        c.line([(x + 11, 120), (x + 220, 130)], "#b1512f", 5)
        c.line([(x + 11, 180), (x + 11, 110)], "#b1512f", 14)
        c.line([(x + 200, 136), (x + 200, 330)], INK, 4)
    for number in range(12):
        x, y = 60 + number * 95, 440 + number % 2 * 26
        c.box((x, y, x + 86, y + 60), ("#3e6f85", "#c59a3d", "#7b8a54")[number % 3], 2)
    c.box((0, 500, 1200, 800), "#5d7f92")
    for number in range(40):
        left, low = c.dice.uniform(-40, 1200), 520 + number * 7
        c.line([(left, low), (left + c.dice.uniform(40, 140), low)], "#7d9dad", 4)
    c.shape([(520, 600), (920, 600), (860, 700), (570, 700)], "#2c3b47")
    c.box((680, 510, 820, 600), PAPER, 4)
    c.box((700, 530, 800, 560), "#54788a", 2)
    c.box((740, 440, 770, 510), RED)
    c.shape([(300, 700), (520, 730), (480, 770), (260, 740)], "#eef3f4")


def mountain_road(c: Canvas) -> None:
    c.sky("#88aecb", "#e8eef0", 460)
    ridge(c, 470, 330, "#c7d2db", 150)
    ridge(c, 520, 220, "#93a5b2", 110)
    ridge(c, 600, 160, "#5f7a6b", 90)
    c.shape([(0, 620), (1200, 560), (1200, 800), (0, 800)], "#4f6a52")
    c.shape(
        [
            (420, 800),
            (760, 800),
            (640, 690),
            (820, 640),
            (660, 600),
            (650, 612),
            (760, 640),
            (540, 690),
        ],
        "#d3cabb",
    )
    for x, y, size in ((150, 700, 1.3), (260, 740, 1.0), (930, 690, 1.2), (1060, 730, 1.5)):
        c.box((x - 6, y, x + 6, y + 50 * size), "#4a3526")
        for step in range(3):
            wide, top = (70 - step * 16) * size, y - step * 46 * size
            c.shape([(x - wide, top), (x + wide, top), (x, top - 80 * size)], "#2f4a3a")


def bus_snow(c: Canvas) -> None:
    c.sky("#5a6b82", "#b8c3cf")
    for number, x in enumerate(range(0, 1200, 240)):
        c.box((x, 120 + number * 61 % 110, x + 220, 620), blend("#69788a", "#4f5d6f", number / 5))
        for row in range(6):
            c.box(
                (x + 30, 250 + row * 60, x + 60, 286 + row * 60),
                "#f0d192" if row % 2 else "#8594a3",
            )
            c.box((x + 120, 250 + row * 60, x + 150, 286 + row * 60), "#8594a3")
    c.box((0, 600, 1200, 800), "#dfe6ec")
    c.box((250, 330, 960, 660), "#2e8b72", 26)
    c.box((250, 540, 960, 600), "#e9e4d3")
    for x in range(290, 900, 130):
        c.box((x, 370, x + 110, 500), "#cfe3ea", 8)
    c.box((880, 370, 944, 620), "#cfe3ea", 8)
    for x in (390, 800):
        c.disc((x, 664), 56, INK)
        c.disc((x, 664), 24, "#8d98a2")
    c.disc((944, 610), 18, "#ffe9a8")
    for _ in range(260):
        c.disc((c.dice.uniform(0, 1200), c.dice.uniform(0, 800)), c.dice.uniform(2, 6), "#f6f9fb")


def stadium(c: Canvas) -> None:
    c.sky("#1d2740", "#4b5f86", 420)
    for x in (120, 1040):
        c.box((x, 90, x + 16, 420), "#101725")
        c.glow((x + 8, 90), 340, "#f4f1d2", 0.8)
        c.box((x - 60, 60, x + 76, 120), "#e9ecdf", 6)
    c.box((0, 330, 1200, 440), "#2c3657")
    for number in range(300):
        shade = ("#c5533c", "#e9d9a5", "#7f93ba", "#40507a")[number % 4]
        c.disc((c.dice.uniform(0, 1200), c.dice.uniform(340, 432)), 7, shade)
    c.box((0, 440, 1200, 800), "#2b6338")
    c.shape([(160, 440), (1040, 440), (1300, 800), (-100, 800)], "#3e8b4d")
    for number in range(0, 8, 2):
        left, right = 160 + number * 110, 270 + number * 110
        low = -100 + number * 175
        c.shape([(left, 440), (right, 440), (low + 175, 800), (low, 800)], "#489a57")
    c.line([(600, 440), (600, 800)], PAPER, 5)
    c.pen.ellipse((470 * 2, 540 * 2, 730 * 2, 660 * 2), outline=PAPER, width=10)
    c.disc((640, 610), 13, PAPER)
    for x, y in ((380, 560), (820, 580), (510, 700), (900, 690)):
        c.person((x, y), 96, RED if x % 20 else "#e9e4d3")


def cinema(c: Canvas) -> None:
    c.sky("#191320", "#2a1d30")
    c.box((180, 90, 1020, 500), "#dfe3d6", 6)
    c.shape([(180, 500), (420, 290), (600, 420), (780, 240), (1020, 430), (1020, 500)], "#8aa08b")
    c.disc((820, 190), 46, "#e6b864")
    c.glow((600, 300), 1000, "#cfd6c4", 0.25)
    for row in range(3):
        for number in range(13 - row):
            x, y = number * (100 + row * 10) + row * 40, 620 + row * 80
            c.disc((x, y), 36 + row * 5, blend("#3b2b40", "#120d16", row / 2), 1.12)
            c.box((x - 54, y + 30, x + 54, y + 200), blend("#5a2430", "#250d14", row / 2), 24)


def market(c: Canvas) -> None:
    c.sky("#f0d9b0", "#f7efe0", 500)
    ridge(c, 330, 160, "#c9b99f", 120)
    c.box((0, 560, 1200, 800), "#b59a7a")
    for number, x in enumerate((40, 440, 840)):
        first, second = (("#c4493a", PAPER), ("#2f7f79", PAPER), ("#d69a3a", PAPER))[number]
        for stripe in range(8):
            left = x + stripe * 42
            c.box((left, 240, left + 42, 340), first if stripe % 2 else second)
            c.disc((left + 21, 340), 21, first if stripe % 2 else second)
        c.box((x + 10, 340, x + 22, 640), "#6b4f38")
        c.box((x + 314, 340, x + 326, 640), "#6b4f38")
        c.box((x, 560, x + 336, 680), "#8c6a4a", 4)
        for crate in range(3):
            left, fruit = x + 14 + crate * 108, ("#d8572a", "#8fb23e", "#e6b93c", "#7a2f4c")
            c.box((left, 520, left + 96, 580), "#a5815b", 3)
            for ball in range(8):
                at = (left + 14 + ball % 4 * 22, 512 - ball // 4 * 16)
                c.disc(at, 13, fruit[(crate + number) % 4])
    c.person((410, 780), 270, "#4a4f58")
    c.person((800, 770), 250, "#7a4a4a")


def prayer_house(c: Canvas) -> None:
    c.sky("#b7c4cc", "#eee6d8", 620)
    c.box((0, 610, 1200, 800), "#e6e4dd")
    c.box((340, 360, 860, 650), "#b06a4b")
    for row in range(12):
        c.line([(340, 372 + row * 24), (860, 372 + row * 24)], "#9c5a3e", 2)
    c.shape([(300, 370), (600, 190), (900, 370)], "#5b4a44")
    for x in (400, 520, 640, 760):
        c.box((x - 34, 430, x + 34, 560), "#f0d48c", 34)
        c.line([(x, 430), (x, 560)], "#7f5a42", 5)
    c.box((560, 540, 640, 650), "#4d362a", 6)
    for x, lean in ((160, 1), (1010, -1), (1100, 1)):
        c.line([(x, 680), (x + 6 * lean, 360)], "#4a4038", 16)
        for number in range(7):
            y = 380 + number * 34
            side = lean if number % 2 else -lean
            c.line([(x + 4 * lean, y + 40), (x + side * (110 - number * 9), y - 40)], "#4a4038", 6)
    c.shape([(550, 650), (650, 650), (760, 800), (440, 800)], "#cfc9bd")
