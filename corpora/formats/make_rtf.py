"""Writes the sample of RTF: markers typed, every character beyond ASCII as \\uN, the table in rows."""

from __future__ import annotations

from source import parts, put


def bulletin() -> tuple[bytes, str]:
    """The bulletin."""
    body, expected = "", []
    for part in parts():
        for line in part.rows:
            edges = "".join(f"\\cellx{1800 * (number + 1)}" for number in range(len(line)))
            cells = "".join(f"\\pard\\intbl {_coded(text)}\\cell" for text in line)
            body += f"\\trowd{edges}{cells}\\row\n"
            expected.append("\t".join(line))
        if not part.rows:
            body += f"\\pard {_coded(part.text)}\\par\n"
            expected.append(part.text)
    fonts = "{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}"
    return f"{{\\rtf1\\ansi\\ansicpg936\\uc1\\deff0{fonts}\n{body}}}".encode("ascii"), "\n".join(expected).rstrip("\n")


def _coded(text: str) -> str:
    """Characters as signed 16-bit numbers, each with the ? that readers without Unicode show."""
    return "".join(c if c.isascii() else f"\\u{ord(c) - (65536 if ord(c) > 32767 else 0)}?" for c in text)


if __name__ == "__main__":
    put("rtf/bulletin.rtf", *bulletin())
