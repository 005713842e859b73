// What a person reads about evidence: what the file itself says to whoever opens it, and what was found in one that was
// checked. Foreign text is isolated.
#pragma once

#include "evidence/evidencecheck.h"
#include "store/history.h"

#include <QString>

namespace pushbrake::sentences {

/// The text that lies in the file beside the rows.
QString evidenceReadMe(const HistoryRun& run);
/// "Nothing in this file was changed since it was made", or what it is.
QString evidenceVerdict(const std::expected<EvidenceWord, EvidenceFault>& found);
/// Where it was changed, or why it cannot be checked.
QString evidenceProblem(const EvidenceFault& fault);
QString evidenceAdvice(const EvidenceFault& fault); ///< what to do then
/// What it is evidence of, a line each.
QString evidenceOf(const EvidenceWord& word);
/// In groups and two lines, as people read it out and compare it.
QString sealInGroups(const QByteArray& seal);

} // namespace pushbrake::sentences
