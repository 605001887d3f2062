package dev.licet.licensing;

import dev.licet.core.decision.Facts;
import java.util.List;

/** What was on record about a licence at a moment, where that stands, and what the record cannot tell. */
record PastFacts(Facts facts, List<PastDecision.Source> sources, List<PastDecision.NotConsidered> notConsidered) {}
