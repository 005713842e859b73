#include "domain/taskwords.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
bool isNumber(const QString& word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Of ASCII and of letters without case, as those of Chinese, Japanese, Arabic or Hebrew.
bool isComparedByBytes(const QString& word)
{
    const QList<uint> letters = word.toUcs4();
    return std::all_of(letters.begin(), letters.end(),
        [](char32_t letter) { return letter < 0x80 || QChar::category(letter) == QChar::Letter_Other; });
}
} // namespace

TaskWords::TaskWords(const QString& typed)
{
    static const QRegularExpression separators(u"[\\s,;\uff0c\uff1b\u3001]+"_s);
    m_words = typed.split(separators, Qt::SkipEmptyParts);
    if (std::all_of(m_words.begin(), m_words.end(), isComparedByBytes)) {
        for (const QString& word : std::as_const(m_words))
            m_bytes.append(word.toUtf8().toLower()); // which leaves what is beyond ASCII alone
    }
    m_isAnyEnough = m_words.size() > 1 && std::all_of(m_words.begin(), m_words.end(), isNumber);
}

template<typename Words, typename Has> bool TaskWords::have(const Words& words, Has has) const
{
    return m_isAnyEnough ? std::any_of(words.begin(), words.end(), has) : std::all_of(words.begin(), words.end(), has);
}

bool TaskWords::areIn(const Task& task) const
{
    return areIn(task.id, { task.title, task.description, task.note });
}

bool TaskWords::areIn(TaskId id, std::initializer_list<QStringView> texts) const
{
    if (m_words.isEmpty())
        return true;
    const QString number = QString::number(id);
    const auto isThere = [&](const QString& word) {
        return number.contains(word) || std::any_of(texts.begin(), texts.end(), [&word](QStringView text) {
            return text.contains(word, Qt::CaseInsensitive);
        });
    };
    return have(m_words, isThere);
}

namespace {

bool isAscii(QByteArrayView text)
{
    qsizetype at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        quint64 eight;
        std::memcpy(&eight, text.data() + at, 8);
        if (eight & 0x8080808080808080)
            return false;
    }
    return std::all_of(text.begin() + at, text.end(), [](char c) { return (c & 0x80) == 0; });
}

char smallOf(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

/// The next place of either letter. Most texts have few of a letter: that is what makes this quick.
const char* nextOf(const char* at, const char* end, char small, char large)
{
    const auto find = [=](char letter) {
        const void* found = std::memchr(at, letter, size_t(end - at));
        return found ? static_cast<const char*>(found) : end;
    };
    const char* first = find(small);
    if (large == small || first == at)
        return first;
    end = first; // a later one of the other is of no use
    const void* other = std::memchr(at, large, size_t(end - at));
    return other ? static_cast<const char*>(other) : first;
}

/// Of the letters beyond ASCII these two alone have their other case within it: the long s, and the K of kelvin.
bool hasOtherCaseOfAscii(QByteArrayView text)
{
    return !isAscii(text) && (text.contains("\xc5\xbf") || text.contains("\xe2\x84\xaa"));
}

/// `small`: with its ASCII in small letters.
bool contains(QByteArrayView text, QByteArrayView small)
{
    if (small.size() > text.size())
        return false;
    const char first = small.front();
    const char large = first >= 'a' && first <= 'z' ? char(first & ~0x20) : first;
    const char* const end = text.end() - small.size() + 1;
    for (const char* at = text.begin(); (at = nextOf(at, end, first, large)) != end; ++at) {
        const auto isSame = [](char here, char sought) { return smallOf(here) == sought; };
        if (std::equal(at + 1, at + small.size(), small.begin() + 1, isSame))
            return true;
    }
    return false;
}

} // namespace

bool TaskWords::areInUtf8(TaskId id, std::initializer_list<QByteArrayView> texts) const
{
    if (m_words.isEmpty())
        return true;
    if (m_bytes.isEmpty() || std::any_of(texts.begin(), texts.end(), hasOtherCaseOfAscii)) {
        QString whole;
        for (const QByteArrayView text : texts)
            whole += QString::fromUtf8(text) + u'\n'; // which is in no word
        return areIn(id, { whole });
    }
    std::array<char, 20> number;
    const auto end = std::to_chars(number.begin(), number.end(), id).ptr;
    const QByteArrayView digits(number.data(), end - number.data());
    return have(m_bytes, [&](const QByteArray& word) {
        const auto hasIt = [&word](QByteArrayView text) { return contains(text, word); };
        return hasIt(digits) || std::any_of(texts.begin(), texts.end(), hasIt);
    });
}

} // namespace pushbrake
