"""Newsrooms, studios, papers, screens."""

from watchdesk.harvest.demo.draw.canvas import Canvas, blend

INK, PAPER, RED, TEAL = "#1f2a33", "#f4eee2", "#c4452f", "#3f7d7a"


def newsroom(c: Canvas) -> None:
    c.sky("#dfe3df", "#b9c2bf")
    for x in range(60, 1200, 290):
        c.box((x, 60, x + 230, 320), "#8fb0bd", 4)
        c.line([(x + 115, 60), (x + 115, 320)], "#dfe3df", 8)
        c.shape(
            [(x, 320), (x + 80, 220), (x + 150, 270), (x + 230, 190), (x + 230, 320)], "#6f93a3"
        )
    c.box((0, 640, 1200, 800), "#7d7468")
    for x in (40, 440, 840):
        c.box((x, 500, x + 330, 524), "#c79d6b", 3)
        c.box((x + 20, 524, x + 40, 730), "#8b6b47")
        c.box((x + 290, 524, x + 310, 730), "#8b6b47")
        c.line([(x + 165, 524), (x + 150, 600), (x + 190, 660), (x + 160, 720)], INK, 4)
        c.box((x + 110, 490, x + 220, 500), "#a47f54")
        c.box((x + 230, 470, x + 300, 500), PAPER, 2)
    c.box((120, 380, 290, 490), INK, 6)
    c.box((132, 392, 278, 474), "#50666f", 2)
    c.box((900, 440, 950, 500), RED, 6)
    for x in (200, 610, 1010):
        c.box((x - 60, 590, x + 60, 690), "#39505a", 20)
        c.box((x - 6, 690, x + 6, 760), INK)
    c.line([(500, 770), (640, 750), (720, 780)], INK, 5)


def microphone(c: Canvas) -> None:
    c.sky("#d7b892", "#8f5f4a")
    for x, tall in ((150, 520), (330, 560), (980, 540), (1120, 500), (820, 470)):
        c.person((x, 860), tall, blend("#8f5f4a", "#5e4038", (x % 7) / 7))
    c.shape([(560, 800), (640, 800), (622, 470), (578, 470)], INK)
    c.box((566, 440, 634, 500), "#2f3c47", 8)
    c.box((520, 170, 680, 450), "#2b3640", 80)
    c.box((536, 186, 664, 400), "#48596a", 64)
    for y in range(210, 400, 22):
        c.line([(546, y), (654, y)], "#2b3640", 4)
    c.box((520, 380, 680, 432), RED, 4)
    c.line([(545, 406), (655, 406)], PAPER, 8)


def papers(c: Canvas) -> None:
    c.sky("#b9c7c4", "#7e938f")
    c.box((0, 640, 1200, 800), "#6a4f39")
    for number in range(11):
        y, x = 640 - number * 34, 300 + (number * 37 % 41) - 20
        c.box((x, y - 30, x + 600, y), PAPER if number % 2 else "#e2dac9", 8)
        c.box((x, y - 30, x + 60, y), "#cfc6b3", 8)
    c.shape([(300, 268), (900, 268), (960, 220), (370, 220)], "#fbf7ee")
    c.line([(430, 236), (900, 236)], INK, 9)
    c.line([(420, 254), (660, 254)], "#9c9484", 5)
    c.line([(700, 254), (890, 254)], "#9c9484", 5)
    c.box((586, 220, 604, 640), "#a8613a")
    c.line([(595, 226), (540, 180), (600, 200), (650, 170), (595, 226)], "#a8613a", 7)


def laptop(c: Canvas) -> None:
    c.sky("#22313f", "#48627a")
    c.glow((600, 360), 900, "#9fc3d6", 0.35)
    c.box((280, 130, 920, 560), "#11181f", 18)
    c.box((304, 154, 896, 536), "#e8eef0", 4)
    c.box((304, 154, 896, 196), "#c3ced3", 4)
    for x in (328, 352, 376):
        c.disc((x, 175), 8, "#8d9aa1")
    c.box((410, 164, 860, 186), "#f6f9fa", 10)
    c.disc((600, 340), 92, RED)
    c.disc((600, 340), 68, "#e8eef0")
    c.line([(546, 394), (654, 286)], RED, 24)
    c.line([(470, 470), (730, 470)], "#9aa7ae", 12)
    c.line([(520, 500), (680, 500)], "#b9c4c9", 9)
    c.shape([(240, 640), (960, 640), (920, 560), (280, 560)], "#2a3640")
    c.box((240, 640, 960, 662), "#161d24", 8)
    c.box((0, 662, 1200, 800), "#16202a")


def radio(c: Canvas) -> None:
    c.sky("#2d2638", "#54405c")
    for x in range(0, 1200, 60):
        for y in range(0, 520, 60):
            c.box((x + 4, y + 4, x + 54, y + 54), "#372e45" if (x + y) // 60 % 2 else "#3d3350", 6)
    c.box((420, 60, 780, 150), "#15121b", 10)
    c.box((432, 72, 768, 138), RED, 6)
    c.line([(490, 105), (710, 105)], PAPER, 14)
    c.glow((600, 110), 420, "#e8705a", 0.35)
    c.box((0, 600, 1200, 800), "#7d5a43")
    c.box((0, 590, 1200, 612), "#95704f")
    c.line([(250, 590), (330, 340), (520, 300)], "#15121b", 12)
    c.box((510, 250, 630, 350), "#23262d", 40)
    c.box((520, 262, 600, 338), "#59606d", 30)
    for number in range(12):
        x = 700 + number * 36
        c.box((x, 500, x + 24, 588), "#23262d", 4)
        c.disc((x + 12, 520 + number * 13 % 40), 8, TEAL)
    c.pen.arc((180 * 2, 400 * 2, 400 * 2, 640 * 2), 180, 360, fill="#15121b", width=36)
    c.box((170, 510, 220, 600), "#23262d", 16)
    c.box((360, 510, 410, 600), "#23262d", 16)


def cameras(c: Canvas) -> None:
    c.sky("#7d93a6", "#cdbfae")
    for number, x in enumerate((0, 250, 640, 930)):
        top = 210 + number * 53 % 120
        c.box((x, top, x + 240, 800), blend("#8a8078", "#5f5a57", number / 4))
        for row in range(6):
            for column in range(4):
                lit = (row * 5 + column * 3 + number) % 4 == 0
                left, high = x + 24 + column * 54, top + 30 + row * 82
                c.box((left, high, left + 34, high + 50), "#f0cf86" if lit else "#434a52", 2)
    c.box((572, 150, 594, 800), INK)
    c.line([(583, 220), (420, 200)], INK, 12)
    c.line([(583, 260), (770, 240)], INK, 12)
    for x, y, way in ((400, 190, -1), (790, 230, 1)):
        c.box((x - 70, y - 34, x + 70, y + 34), "#e3e5e4", 10)
        c.box((x - 80, y - 44, x + 80, y - 26), "#c3c7c7", 6)
        c.disc((x + way * 74, y + 4), 26, INK)
        c.disc((x + way * 76, y + 4), 14, "#3f6d8a")
    c.disc((430, 210), 7, RED)
    c.person((600, 790), 120, "#22282e")
