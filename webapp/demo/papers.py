"""A short PDF of plain lines, for the demonstration alone."""

_TOP, _LEFT, _LINE = 770, 60, 22
_LATIN = "cp1252"
_PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    b"/Resources<</Font<</F1 5 0 R>>>>>>"
)


def pdf_of_lines(lines: list[str]) -> bytes:
    """Return a PDF of one page with these lines; the first is its heading."""
    shown = [
        f"BT /F1 {18 if number == 0 else 12} Tf {_LEFT} {_TOP - number * _LINE} Td "
        f"({_escaped(line)}) Tj ET"
        for number, line in enumerate(lines)
    ]
    text = "\n".join(shown).encode(_LATIN, "replace")
    title = _escaped(lines[0]).encode(_LATIN, "replace")
    return _joined(
        [
            b"<</Type/Catalog/Pages 2 0 R/Lang(nl-NL)>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            _PAGE,
            b"<</Length %d>>stream\n%b\nendstream" % (len(text), text),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            b"<</Title(%b)>>" % title,
        ]
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _joined(objects: list[bytes]) -> bytes:
    """Return a file of these objects: the first is the catalogue, the last tells of the file."""
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(b"%010d 00000 n \n" % len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    size = len(objects) + 1
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%b"
        b"trailer\n<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (size, b"".join(places), size, size - 1, len(content))
    )
