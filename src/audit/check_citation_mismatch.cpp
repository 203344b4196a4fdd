// citation-mismatch: a document that was promised by its title and is cited under a title that is
// not quite the same, or said to be issued without title or number.
#include <algorithm>

#include "audit/audit_words.h"
#include "audit/check.h"
#include "audit/document_words.h"
#include "base/text.h"

namespace duban {
namespace {

constexpr std::size_t kShortestTitle = 8;  // characters, marks included

std::vector<Span> titles(std::string_view text) {
    std::vector<Span> out;
    for (std::size_t at = text.find(kTitleBegin); at != std::string_view::npos;) {
        const std::size_t end = text.find(kTitleEnd, at);
        if (end == std::string_view::npos) break;
        out.push_back(
            {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + kTitleEnd.size())});
        at = text.find(kTitleBegin, end);
    }
    return out;
}

bool has_document_number(std::string_view text) {
    for (const std::string_view open : kDocumentNumber) {
        const std::size_t at = text.find(open);
        if (at != std::string_view::npos && contains(text.substr(at, 40), kDocumentNumberEnd))
            return true;
    }
    return false;
}

// The words of a title without its marks.
std::string inner(std::string_view title) {
    const std::string all = without_blanks(title);
    return all.size() < 6 ? std::string() : all.substr(3, all.size() - 6);
}

enum class Likeness { kSame, kNearly, kOther };
Likeness compare(std::string_view a, std::string_view b) {
    const std::string x = inner(a);
    const std::string y = inner(b);
    // A title inside the title of the notice that issues it is the same document.
    if (x == y || contains(x, y) || contains(y, x)) return Likeness::kSame;
    if (code_points(a) < kShortestTitle) return Likeness::kOther;
    const Pairs p = pairs_of(x);
    const Pairs q = pairs_of(y);
    return covered(p, q) >= 0.8 && covered(q, p) >= 0.8 ? Likeness::kNearly : Likeness::kOther;
}

Finding note(int task, std::string_view message) {
    Finding f;
    f.code = "citation-mismatch";
    f.task = task;
    f.message = message;
    return f;
}

// "has been issued", "issued the ...": the verb of something done.
bool says_issued(std::string_view text, Span sentence) {
    for (const Span clause : clauses_of(text, sentence)) {
        const std::string_view words = trimmed(clause.of(text));
        if (!contains_any(words, kDocumentKinds)) continue;
        for (const std::string_view verb : kIssued) {
            const std::size_t at = find_word(words, verb);
            if (at == std::string_view::npos) continue;
            if (at == 0 || ends_with_any(words.substr(0, at), kAlready) ||
                words.substr(at + verb.size()).starts_with(kDoneMark))
                return true;
        }
    }
    return false;
}

// The report's sentence that says that such a document is out, without naming it.
const Sentence* issued_unnamed(Bench& bench, int task, const Pairs& subject) {
    const std::string_view report = bench.task(task).clean(Column::kProgress);
    for (const Sentence& s : bench.view(task).sentences[2]) {
        const std::string_view words = s.span.of(report);
        if (!says_issued(report, s.span) || contains_any(words, kNotIssued) ||
            !s.fell_away.empty() || covered(subject, s.pairs) < 0.5)
            continue;
        return &s;
    }
    return nullptr;
}

void row(Bench& bench, int task) {
    const Task& row = bench.task(task);
    const std::string_view report = row.clean(Column::kProgress);
    if (report.empty()) return;
    const std::vector<Span> cited = titles(report);
    const bool numbered = has_document_number(report);
    bool differs = false;
    bool unnamed = false;
    for (const Column cell : {Column::kPlan, Column::kMeasures}) {
        const std::string_view text = row.clean(cell);
        for (const Span promised : titles(text)) {
            const Span sentence = sentence_at(text, promised.begin);
            const std::string_view before =
                text.substr(sentence.begin, promised.begin - sentence.begin);
            Likeness best = Likeness::kOther;
            Span nearest;
            for (const Span c : cited) {
                const Likeness here = compare(c.of(report), promised.of(text));
                if (here < best) {
                    best = here;
                    nearest = c;
                }
            }
            if (best == Likeness::kNearly && !differs) {
                Finding f = note(task, "finding-title-differs");
                f.origin = Origin::kReading;
                f.evidence = {bench.at(task, cell, promised),
                              bench.at(task, Column::kProgress, nearest)};
                bench.add(std::move(f));
                differs = true;
            }
            if (best != Likeness::kOther || numbered || unnamed ||
                !contains_any(before, kIssueVerbs))
                continue;
            const Sentence* said = issued_unnamed(bench, task, pairs_of(promised.of(text)));
            if (said == nullptr) continue;
            Finding f = note(task, "finding-document-not-cited");
            f.evidence = {bench.at(task, cell, promised),
                          bench.at(task, Column::kProgress, said->span)};
            f.params = {{"title", std::string(promised.of(text))}};
            bench.add(std::move(f));
            unnamed = true;
        }
    }
    if (unnamed || numbered || !cited.empty()) return;
    // "issue rules for ..." without a title, answered without one.
    const std::string_view text = row.clean(Column::kMeasures);
    for (const Sentence& s : bench.view(task).sentences[0]) {
        for (const Span clause : clauses_of(text, s.span)) {
            const std::string_view words = trimmed(clause.of(text));
            if (starts_with_any(words, kIssued) == 0 || !ends_with_any(words, kDocumentKinds))
                continue;
            const Sentence* said = issued_unnamed(bench, task, pairs_of(words));
            if (said == nullptr) continue;
            Finding f = note(task, "finding-document-not-cited");
            f.evidence = {bench.at(task, Column::kMeasures, clause),
                          bench.at(task, Column::kProgress, said->span)};
            f.params = {{"title", std::string(words)}};
            bench.add(std::move(f));
            return;
        }
    }
}

}  // namespace

extern const Check check_citation_mismatch;
const Check check_citation_mismatch{"citation-mismatch", "text", row, nullptr};

}  // namespace duban
