"""Surnames that differ by gender only: Ivanov and Ivanova, Dubovsky and Dubovskaya.

The endings are written as sound codes, so one table serves every script and spelling.
"""

import re
from functools import lru_cache

GENDERED = (
    (re.compile(r"(?<=..)([oea]v|in)a$"), r"\1"),
    (re.compile(r"(?<=.)([sTCJ]k)(?:aia|ai|aa|a|i|iei|ei|oi|e)$"), r"\1i"),
    (re.compile(r"(?<=..[bdfklmnprstvzHJSCT])(?:aia|ai|oi|i)$"), "i"),
)
"""-ova and -ov, -ina and -in; -skaya and -sky; -aya and -y (Tolstaya, Tolstoy)."""


@lru_cache(maxsize=1 << 16)
def stem(code: str) -> str:
    """Give the masculine form of a surname's sound code, or the code as it is.

    >>> stem("ivanova"), stem("sHanovskaia") == stem("sHanovski")
    ('ivanov', True)
    """
    for pattern, instead in GENDERED:
        if pattern.search(code):
            return pattern.sub(instead, code)
    return code
