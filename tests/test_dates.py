import subprocess
import sys
from datetime import date

import pytest

from bulletin_nlp.dates import Reference, find


@pytest.mark.parametrize("reference", ["2017-06-20", date(2017, 6, 20), Reference(date(2017, 6, 20))])
def test_a_reference_in_any_form(reference: object) -> None:
    assert find("5月22日", reference)[0]["value_start"] == "2017-05-22"  # type: ignore[arg-type]


def test_a_reference_that_is_no_day() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        find("5月22日", "20 June")


def test_no_heavy_import() -> None:
    code = "import sys, bulletin_nlp.dates as d; d.find('5月22日'); print({'spacy', 'jieba'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"
