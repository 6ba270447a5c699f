"""Courts, prisons, police, parliament."""

from watchdesk.harvest.demo.draw.canvas import Canvas, blend

INK, STONE, PAPER, RUST = "#22303c", "#cfc8ba", "#f3ede0", "#b4533a"


def courthouse(c: Canvas) -> None:
    c.sky("#8fa9b8", "#e9dfcd", 640)
    c.box((0, 620, 1200, 800), "#8d8a82")
    c.shape([(180, 270), (600, 110), (1020, 270)], "#d9d0bd")
    c.shape([(270, 256), (600, 132), (930, 256)], "#c3b8a2")
    c.box((180, 270, 1020, 316), "#e5dcc9")
    c.box((210, 316, 990, 600), "#776f63")
    c.box((540, 400, 660, 600), "#3b3833")
    for number in range(7):
        x = 230 + number * 116
        c.box((x, 316, x + 46, 600), "#e7decd")
        c.box((x + 30, 316, x + 46, 600), "#c9bfab")
        c.box((x - 8, 586, x + 54, 602), "#d4cab6")
    for number in range(5):
        wide = number * 26
        c.box(
            (170 - wide, 600 + number * 24, 1030 + wide, 624 + number * 24),
            blend("#e2d9c8", "#a39b8d", number / 5),
        )
    for x, tall in ((330, 92), (372, 86), (860, 90)):
        c.person((x, 742), tall, INK)


def courtroom(c: Canvas) -> None:
    c.sky("#5b4636", "#8a6a4f")
    for x in range(0, 1200, 100):
        c.box((x, 0, x + 4, 520), "#4d3a2c")
    c.box((390, 70, 810, 250), "#6f5641", 8)
    c.disc((600, 160), 62, "#c9a15e")
    c.disc((600, 160), 50, "#6f5641")
    c.box((260, 330, 940, 520), "#3f2e23", 6)
    c.box((240, 310, 960, 340), "#2f221a", 4)
    for x, tall in ((420, 300), (600, 340), (780, 300)):
        c.box((x - 58, 500 - tall, x + 58, 312), "#241d1b", 26)
        c.box((x - 44, 516 - tall, x + 44, 312), "#7b2f2a", 20)
    c.box((0, 560, 1200, 800), "#6b513d")
    c.box((760, 400, 1130, 760), "#b9c8cc", 4)
    c.box((774, 414, 1116, 760), "#8fa5ab")
    for x in range(800, 1116, 62):
        c.line([(x, 414), (x, 760)], "#dfe9ea", 4)
    c.box((840, 640, 1050, 662), "#54402f", 4)
    c.box((110, 600, 520, 624), "#2f221a", 4)
    c.box((140, 624, 160, 780), "#2f221a")
    c.box((470, 624, 490, 780), "#2f221a")
    c.box((210, 574, 330, 602), PAPER, 2)


def prison_fence(c: Canvas) -> None:
    c.sky("#6d8291", "#d7c7b1", 660)
    c.box((0, 640, 1200, 800), "#b7b3ab")
    c.box((0, 430, 1200, 650), "#8b8d8c")
    for x in range(0, 1200, 150):
        c.box((x, 430, x + 6, 650), "#767877")
    c.box((880, 170, 1040, 330), "#3e4a52", 4)
    c.shape([(860, 170), (960, 110), (1060, 170)], "#2c363d")
    c.box((900, 196, 1020, 262), "#f2d98f")
    for x in (892, 1012):
        c.box((x, 330, x + 18, 650), "#3e4a52")
    c.line([(900, 340), (1022, 470), (900, 600)], "#3e4a52", 6)
    for row in range(3):
        y = 390 - row * 34
        points = [(x, y + (8 if x // 20 % 2 else -8)) for x in range(0, 1220, 20)]
        c.line([(float(x), float(v)) for x, v in points], INK, 3)
    for x in range(40, 1200, 160):
        c.line([(x, 440), (x - 22, 300)], INK, 7)
    for _ in range(60):
        at = c.dice.uniform(0, 1200), c.dice.uniform(660, 800)
        c.disc(at, c.dice.uniform(8, 30), "#c6c3bc", 0.2)


def police_line(c: Canvas) -> None:
    c.sky("#29323d", "#7d6a62")
    c.glow((600, 210), 700, "#f2c48a", 0.5)
    for x in range(-20, 1240, 105):
        c.person((x, 560), 330, "#161c23")
    for number, x in enumerate(range(-60, 1240, 150)):
        c.person((x + 70, 700), 430, "#1d252e")
        c.disc((x + 70, 330), 58, "#2e3944", 1.05)
        c.box((x + 22, 330, x + 118, 356), "#8aa0ad", 10)
        c.box((x, 400, x + 140, 720), "#3d4f5d" if number % 2 else "#435765", 16)
        c.box((x + 14, 420, x + 126, 470), "#9db2bd", 8)
    c.box((0, 700, 1200, 800), "#15191e")


def parliament(c: Canvas) -> None:
    c.sky("#d8d2c4", "#a99c86")
    c.box((420, 60, 780, 330), "#7b2f2a", 6)
    c.box((400, 330, 800, 400), "#4c3a2b", 6)
    c.box((540, 250, 660, 340), "#5d4735", 4)
    for row in range(6):
        y, colour = 430 + row * 62, blend("#9c3b33", "#5d1f1d", row / 6)
        count = 12 + row * 2
        for seat in range(count):
            x = 600 + (seat - (count - 1) / 2) * (62 + row * 5)
            lift = abs(seat - (count - 1) / 2) ** 1.6 * 2.2
            c.box((x - 25, y - lift, x + 25, y - lift + 50), colour, 12)
            if (seat * 7 + row * 5) % 9 == 0:
                c.disc((x, y - lift - 6), 17, INK, 1.15)
    for x in (90, 1010):
        c.box((x, 60, x + 100, 300), "#e9e3d3", 50)
        c.line([(x + 50, 70), (x + 50, 300)], "#a99c86", 5)


def law_book(c: Canvas) -> None:
    c.sky("#31504f", "#7fa096")
    c.box((0, 600, 1200, 800), "#5b3e2b")
    c.shape([(150, 640), (590, 590), (590, 690), (150, 740)], "#7a1f24")
    c.shape([(1050, 640), (610, 590), (610, 690), (1050, 740)], "#7a1f24")
    c.shape([(170, 420), (600, 480), (600, 670), (170, 700)], PAPER)
    c.shape([(1030, 420), (600, 480), (600, 670), (1030, 700)], "#e4dccb")
    for row in range(9):
        y = 460 + row * 24
        c.line([(210, y), (560, y + 44)], "#b8ad98", 5)
        if row % 4:
            c.line([(640, y + 44), (990, y)], "#aca18c", 5)
    c.box((592, 120, 608, 420), "#d8b665", 6)
    c.line([(360, 190), (840, 150)], "#d8b665", 12)
    for x, y in ((360, 190), (840, 150)):
        c.line([(x - 80, y + 140), (x, y), (x + 80, y + 140)], "#d8b665", 4)
        c.pen.pieslice(
            ((x - 90) * 2, (y + 80) * 2, (x + 90) * 2, (y + 200) * 2), 0, 180, fill="#d8b665"
        )


def door(c: Canvas) -> None:
    c.sky("#c9c3b4", "#a9a08d")
    c.box((0, 700, 1200, 800), "#6e675a")
    c.box((360, 70, 840, 720), "#4a5a55", 4)
    c.box((390, 100, 810, 720), "#5f736c")
    c.box((440, 150, 760, 390), "#6d837b", 4)
    c.box((440, 440, 760, 670), "#6d837b", 4)
    c.disc((770, 420), 16, "#d8b665")
    c.box((700, 300, 940, 372), PAPER, 2)
    c.line([(720, 324), (880, 324)], "#8f8778", 5)
    c.line([(720, 346), (840, 346)], "#8f8778", 5)
    c.disc((905, 340), 22, RUST)
    c.box((480, 180, 720, 240), "#e7e1d2", 4)
    c.line([(510, 210), (690, 210)], INK, 8)
    c.shape([(390, 720), (810, 720), (1000, 800), (300, 800)], "#5a5348")
    c.box((930, 520, 1060, 720), "#7a6247", 4)
    c.box((920, 500, 1070, 524), "#8c7252", 4)


def chair(c: Canvas) -> None:
    c.sky("#2a3442", "#3f4d5f")
    c.glow((700, 320), 620, "#f5d690", 0.75)
    c.box((0, 640, 1200, 800), "#27211d")
    c.box((520, 470, 1100, 500), "#6d4c33", 4)
    c.box((560, 500, 584, 760), "#553a27")
    c.box((1036, 500, 1060, 760), "#553a27")
    c.line([(820, 470), (860, 330), (740, 270)], "#10151b", 10)
    c.shape([(690, 300), (790, 300), (760, 230), (720, 230)], "#c7502f")
    c.box((640, 440, 760, 470), PAPER, 2)
    c.box((250, 360, 280, 780), "#8a5b38", 6)
    c.box((420, 360, 446, 560), "#8a5b38", 6)
    c.box((240, 340, 456, 400), "#9c6941", 10)
    c.box((250, 440, 446, 470), "#9c6941", 8)
    c.box((240, 550, 500, 586), "#9c6941", 8)
    c.box((470, 586, 496, 780), "#8a5b38", 6)
