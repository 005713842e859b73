#include "domain/foreigntext.h"

#include "domain/wellformed.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace pushbrake {

namespace {

constexpr qsizetype tellingLength = 16; ///< fewer characters of a secret are in other words by chance, and help nobody
const QString mask = QStringLiteral("***");

/// Replaces each marked stretch.
QString masked(const QString& text, const std::vector<bool>& isSecret)
{
    QString result;
    bool isOpen = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isSecret[size_t(i)])
            result += text.at(i);
        else if (!isOpen)
            result += mask;
        isOpen = isSecret[size_t(i)];
    }
    return result;
}

/// Whatever part of it stands there: an echo may be cut at either end.
void markStretches(const QString& text, const QString& secret, std::vector<bool>& marks)
{
    for (qsizetype i = 0; i + tellingLength <= text.size(); ++i) {
        if (secret.contains(QStringView(text).sliced(i, tellingLength)))
            std::fill_n(marks.begin() + i, tellingLength, true);
    }
}

} // namespace

QString withoutSecretShapes(QString text)
{
    // Possessive: for each character that could be given back the matcher needs memory, and a long value has too many.
    static const QRegularExpression named(
        QStringLiteral("(user_?sig[\"']?\\s*(?:[=:]|%3D)\\s*[\"']?)(?:(?!%26)[^\\s&\"'<>])++"),
        QRegularExpression::CaseInsensitiveOption);
    // Each begins with the header of zlib, 78 9c or its kin; shortest ones of a real account have about 90 characters.
    static const QRegularExpression signature(QStringLiteral("eJ[A-Za-z0-9*_+/%-]{60,}=*"));
    static const QRegularExpression key(QStringLiteral("(?<![0-9A-Za-z])[0-9a-fA-F]{64}(?![0-9A-Za-z])"));
    text = wellFormed(text);
    text.replace(named, QStringLiteral("\\1") + mask);
    text.replace(signature, mask);
    text.replace(key, mask);
    return text;
}

QString withoutSecrets(const QString& text, std::initializer_list<const Secret*> secrets)
{
    std::vector<bool> marks(size_t(text.size()), false);
    for (const Secret* secret : secrets) {
        markStretches(text, QString::fromUtf8(secret->reveal()), marks);
        markStretches(text, QString::fromLatin1(secret->reveal().toPercentEncoding()), marks);
    }
    return withoutSecretShapes(masked(text, marks));
}

Task withoutSecrets(Task task, std::initializer_list<const Secret*> secrets)
{
    for (QString* text : { &task.title, &task.description, &task.statusWord, &task.pushTaskId })
        *text = withoutSecrets(*text, secrets);
    return task;
}

} // namespace pushbrake
