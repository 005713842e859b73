// One result in words: what is said, what is one click away, and what support gets.
#include "ui/runs/resultdialog.h"
#include "ui/uisamples.h"
#include "ui/words/badges.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLayout>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pushbrake;

class ResultDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dialog = std::make_unique<ResultDialog>(samples::shop(), m_clock, m_settings); }

    void eachOutcomeHasItsOwnWordSentenceAndNextStep()
    {
        QSet<QString> words;
        QSet<QString> sentences;
        for (const Outcome outcome : { Outcome::Cancelled, Outcome::TooLate, Outcome::Rejected, Outcome::Unknown,
                 Outcome::NotSent, Outcome::Withdrawn }) {
            m_dialog->setResults({ entry(1, outcome) }, 0);
            words.insert(text("resultWord"));
            sentences.insert(text("resultHappened"));
            QVERIFY(!text("resultNext").isEmpty());
            const QImage icon = find<QWidget>("resultIcon")->grab().toImage();
            QImage blank = icon;
            blank.fill(icon.pixelColor(0, 0));
            QVERIFY(icon != blank);
            QVERIFY(!find<QWidget>("resultIcon")->accessibleName().isEmpty());
        }
        QVERIFY(words.size() >= 5);
        QCOMPARE(sentences.size(), 6);
    }

    void successHasAnIconOfItsOwnAndIsTheOnlyOneWithIt()
    {
        QCOMPARE(sentences::outcomeBadge(Outcome::Cancelled, false).icon, QStringLiteral("circle-check"));
        m_dialog->setResults({ entry(1, Outcome::Cancelled) }, 0);
        const QImage success = find<QWidget>("resultIcon")->grab().toImage();
        for (const Outcome outcome :
            { Outcome::TooLate, Outcome::Rejected, Outcome::Unknown, Outcome::NotSent, Outcome::Withdrawn }) {
            m_dialog->setResults({ entry(1, outcome) }, 0);
            QVERIFY(find<QWidget>("resultIcon")->grab().toImage() != success);
        }
    }

    void whatWasNotAskedIsNotToldAsGoodNews()
    {
        ResultEntry unasked = entry(1, Outcome::NotSent);
        unasked.result.fault = NetFault::TlsFailed;
        m_dialog->setResults({ unasked }, 0);
        QCOMPARE(text("resultWord"), QStringLiteral("Not cancelled: it is still scheduled and will go out"));
        QVERIFY2(
            text("resultHappened").contains(QStringLiteral("secure connection")), qPrintable(text("resultHappened")));
        QVERIFY(text("resultNext").startsWith(QStringLiteral("Cancel it again")));
    }

    void aCopyForSupportIsConfirmed()
    {
        m_dialog->setResults({ entry(1, Outcome::Cancelled) }, 0);
        auto* copy = find<QPushButton>("copyButton");
        copy->click();
        QCOMPARE(copy->accessibleName(), QStringLiteral("Copied"));
        copy->click(); // the word of the first click does not stay for good
        QTRY_COMPARE(copy->accessibleName(), QStringLiteral("Copy for support"));
    }

    void codeAndServiceTextAreBehindDetails()
    {
        ResultEntry refused = entry(1, Outcome::Rejected);
        refused.result.code = 90104;
        refused.result.serviceText = QStringLiteral("<b>task</b> not found");
        m_dialog->setResults({ refused }, 0);
        m_dialog->show();
        QVERIFY(!find<QWidget>("resultDetails")->isVisible());
        QVERIFY(!text("resultHappened").contains(QStringLiteral("90104")));
        find<QPushButton>("detailsButton")->click();
        QVERIFY(find<QWidget>("resultDetails")->isVisible());
        QCOMPARE(text("detailCode"), QStringLiteral("90104"));
        QVERIFY(text("detailService").contains(QStringLiteral("<b>task</b>")));
        QCOMPARE(find<QLabel>("detailService")->textFormat(), Qt::PlainText);
    }

    void withoutAnAnswerThereIsNoCodeThatLooksLikeSuccess()
    {
        ResultEntry lost = entry(1, Outcome::Unknown);
        lost.result.fault = NetFault::Dropped;
        lost.result.httpStatus = 0;
        m_dialog->setResults({ lost }, 0);
        QVERIFY(!text("detailCode").contains(u'0'));
        find<QPushButton>("copyButton")->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("code: none")));
    }

    void supportGetsCodeTaskAndTimes()
    {
        ResultEntry refused = entry(7'000'000'001, Outcome::Rejected);
        refused.result.code = 90104;
        refused.result.requestNumber = 4711;
        m_dialog->setResults({ refused }, 0);
        find<QPushButton>("copyButton")->click();
        const QString copied = QGuiApplication::clipboard()->text();
        for (const char* part :
            { "7000000001", "90104", "4711", "2026-06-01", "1400000001", "adminapiger.im.qcloud.com" })
            QVERIFY2(copied.contains(QLatin1String(part)), qPrintable(copied));
    }

    void saysInWhichAppItWas()
    {
        QVERIFY(text("appName").contains(QStringLiteral("Shop"))
            && text("appWords").contains(QStringLiteral("real users")));
        QCOMPARE(find<QWidget>("appMark")->accessibleName(), QStringLiteral("Red diamond"));
        Profile practised = samples::shop();
        practised.region = Region::Practice;
        ResultDialog practice(practised, m_clock, m_settings);
        QVERIFY(practice.findChild<QLabel*>(QStringLiteral("appWords"))->text().contains(QStringLiteral("practice")));
    }

    void endlessTextDoesNotPushTheButtonsOffTheScreen()
    {
        for (const QString& endless : samples::endlessTitles()) {
            ResultEntry refused = entry(1, Outcome::Rejected);
            refused.task.title = endless;
            m_dialog->setResults({ refused }, 0);
            m_dialog->show();
            QVERIFY2(m_dialog->minimumSizeHint().width() <= 620,
                qPrintable(QString::number(m_dialog->minimumSizeHint().width())));
            QVERIFY2(m_dialog->layout()->heightForWidth(620) <= 420,
                qPrintable(QString::number(m_dialog->layout()->heightForWidth(620))));
        }
    }

    void walksThroughTheBatchAndStopsAtItsEnds()
    {
        m_dialog->setResults(
            { entry(1, Outcome::Cancelled), entry(2, Outcome::TooLate), entry(3, Outcome::Unknown) }, 1);
        m_dialog->show();
        auto* previous = find<QPushButton>("previousButton");
        auto* next = find<QPushButton>("nextButton");
        QVERIFY(previous->isEnabled() && next->isEnabled());
        next->click();
        QVERIFY(!next->isEnabled());
        QVERIFY(text("resultTask").contains(u'3'));
        previous->click();
        previous->click();
        QVERIFY(!previous->isEnabled());
    }

    void onlyWhatIsNotKnownCanBeCheckedAgain()
    {
        m_dialog->setResults({ entry(5, Outcome::Unknown) }, 0);
        m_dialog->show();
        QSignalSpy asked(m_dialog.get(), &ResultDialog::checkAgainRequested);
        find<QPushButton>("checkAgainButton")->click();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toLongLong(), 5);
        m_dialog->update(entry(5, Outcome::Cancelled));
        QVERIFY(!find<QPushButton>("checkAgainButton")->isVisible());
    }

    void everyButtonHasANameForScreenReaders()
    {
        for (const QPushButton* button : m_dialog->findChildren<QPushButton*>())
            QVERIFY2(!button->accessibleName().isEmpty() && !button->accessibleName().contains(u'&'),
                qPrintable(button->objectName()));
    }

private:
    ResultEntry entry(TaskId id, Outcome outcome) const
    {
        ResultEntry made { samples::task(m_clock, id, QStringLiteral("Push"), 30), {} };
        made.result.taskId = id;
        made.result.outcome = outcome;
        made.result.httpStatus = 200;
        made.result.code = outcome == Outcome::Rejected ? 90104
            : outcome == Outcome::TooLate               ? 90106
            : outcome == Outcome::Unknown               ? 90105
                                                        : 0;
        made.result.attempts = 1;
        made.result.sentAt = made.result.settledAt = m_clock.utcNow();
        return made;
    }
    template<typename Widget> Widget* find(const char* name) const
    {
        return m_dialog->findChild<Widget*>(QString::fromLatin1(name));
    }
    QString text(const char* label) const { return find<QLabel>(label)->text(); }

    samples::StillClock m_clock;
    QTemporaryDir m_folder;
    QSettings m_settings { m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat };
    std::unique_ptr<ResultDialog> m_dialog;
};

QTEST_MAIN(ResultDialogTest)
#include "tst_resultdialog.moc"
