from __future__ import annotations

import pytest
import spacy


def test_it_works_alone_in_a_blank_pipeline() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("bulletin_dates")
    doc = nlp("5月22日至26日，督查组到县。")
    assert [(span.text, span.label_) for span in doc.spans["bulletin_dates"]] == [("5月22日至26日", "range")]


def test_a_reference_gives_values() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("bulletin_dates", config={"reference": "2017-06-20"})
    (found,) = nlp("6月底前完成").user_data["bulletin_dates"]
    assert (found["kind"], found["value_end"]) == ("deadline", "2017-06-30")


def test_a_reference_that_is_no_day_is_refused() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        spacy.blank("zh").add_pipe("bulletin_dates", config={"reference": "June"})
