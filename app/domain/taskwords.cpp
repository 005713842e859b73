#include "domain/taskwords.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

using namespace Qt::StringLiterals;

namespace pushbrake {

namespace {
bool isNumber(const QString& word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}
} // namespace

TaskWords::TaskWords(const QString& typed)
{
    static const QRegularExpression separators(u"[\\s,;\uff0c\uff1b\u3001]+"_s);
    m_words = typed.split(separators, Qt::SkipEmptyParts);
    const auto isAscii = [](const QString& word) {
        return std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 0x80; });
    };
    if (std::all_of(m_words.begin(), m_words.end(), isAscii)) {
        for (const QString& word : std::as_const(m_words))
            m_bytes.append(word.toLatin1().toLower());
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

// A letter beyond ASCII may be the other case of one within it ("K" of kelvin): then all is done as above.
bool TaskWords::areIn(TaskId id, const QByteArray& texts) const
{
    const bool isPlain
        = !m_bytes.isEmpty() && std::all_of(texts.begin(), texts.end(), [](char c) { return (c & 0x80) == 0; });
    if (!isPlain)
        return areIn(id, { QString::fromUtf8(texts) });
    std::array<char, 20> number;
    const auto end = std::to_chars(number.begin(), number.end(), id).ptr;
    const std::string_view digits(number.data(), size_t(end - number.data()));
    const QByteArray small = texts.toLower();
    const std::string_view text(small.constData(), size_t(small.size()));
    return have(m_bytes, [&](const QByteArray& word) {
        const std::string_view sought(word.constData(), size_t(word.size()));
        return text.find(sought) != std::string_view::npos || digits.find(sought) != std::string_view::npos;
    });
}

} // namespace pushbrake
