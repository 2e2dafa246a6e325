"""Wrong answers, from the article and from outside, each the trace of a mistake."""
