// Whether the program looks its sentences up where a translator's catalogue has them: what was looked up, against what
// lupdate finds in the sources.
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTranslator>
#include <QXmlStreamReader>

#include <utility>

namespace pushbrake {

/// Context and source text.
using Entry = std::pair<QString, QString>;

/// Notes every look-up while it lives, and translates nothing.
class LookupRecorder final : public QTranslator
{
public:
    LookupRecorder() { QCoreApplication::installTranslator(this); }
    ~LookupRecorder() override { QCoreApplication::removeTranslator(this); }

    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        // Qt's own classes have catalogues of their own.
        if (context[0] != 'Q')
            m_seen.insert({ QString::fromUtf8(context), QString::fromUtf8(source) });
        return {};
    }

    const QSet<Entry>& seen() const { return m_seen; }

private:
    mutable QSet<Entry> m_seen;
};

/// A file of translations: all its entries, and those that have a count.
struct SourceTexts
{
    QSet<Entry> all;
    QSet<Entry> counted;

    static SourceTexts read(const QString& path)
    {
        SourceTexts texts;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return texts;
        QXmlStreamReader xml(&file);
        QString context;
        bool isCounted = false;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1StringView("name")) {
                context = xml.readElementText();
            } else if (xml.name() == QLatin1StringView("message")) {
                isCounted = xml.attributes().value(QLatin1StringView("numerus")) == QLatin1StringView("yes");
            } else if (xml.name() == QLatin1StringView("source")) {
                const Entry entry { context, xml.readElementText() };
                texts.all.insert(entry);
                if (isCounted)
                    texts.counted.insert(entry);
            }
        }
        return texts;
    }

    /// What a translator would be given; LUPDATE is a definition of the test. Empty when it did not run.
    static SourceTexts ofTheProgram()
    {
        const QTemporaryDir folder;
        const QString catalogue = folder.filePath(QStringLiteral("all.ts"));
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(TEST_DATA_DIR "/../.."));
        lupdate.start(QStringLiteral(LUPDATE),
            { QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-I"),
                QStringLiteral("."), QStringLiteral("-I"), QStringLiteral("app"), QStringLiteral("ui"),
                QStringLiteral("app"), QStringLiteral("-ts"), catalogue });
        lupdate.waitForFinished();
        return read(catalogue);
    }
};

inline QString named(const QSet<Entry>& entries)
{
    QStringList lines;
    for (const auto& [context, source] : entries)
        lines.append(context + QStringLiteral(": ") + source);
    lines.sort();
    return lines.join(QLatin1Char('\n'));
}

} // namespace pushbrake
