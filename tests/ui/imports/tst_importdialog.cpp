// A table that somebody brings: what is shown of it before anything is added, and what is added then.
#include "ui/imports/importdialog.h"
#include "ui/imports/importmodel.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace pushbrake;
using namespace Qt::StringLiterals;

class ImportDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat);
        m_context = {};
        m_context.sdkAppId = 1400000001;
        m_context.now = QDateTime(QDate(2026, 11, 26), QTime(8, 0), Qt::UTC);
        m_context.zone = QTimeZone::utc();
        m_listed = {};
        open();
    }
    void cleanup() { m_dialog.reset(); }

    void addsNothingBeforeItIsSeenAndThenOnlyWhatIsRight()
    {
        m_context.known = KnownIds({ 7000000003 }, { 7000000003 });
        read("Title,Task ID\nSale,7000000001\nNews,1.23457E+18\nOld,7000000003\nLast,7000000004\n");
        QSignalSpy added(m_dialog.get(), &ImportDialog::addRequested);
        QTRY_COMPARE(button("addButton")->text(), u"&Add 2 pushes"_s);
        QCOMPARE(added.count(), 0);
        QCOMPARE(text("importSummary"), u"2 new · 1 listed already · 1 left out"_s);
        // What is left out comes first, with its line and why.
        QCOMPARE(cell(0, 0), u"3"_s);
        QCOMPARE(cell(0, 1), u"Left out"_s);
        QVERIFY(cell(0, 3).contains(u"as text"_s));
        button("addButton")->click();
        QCOMPARE(added.count(), 1);
        const auto tasks = added.first().first().value<QList<Task>>();
        QCOMPARE(tasks.size(), 3);
        QCOMPARE(tasks.at(0).id, 7000000001);
        QCOMPARE(tasks.at(0).title, u"Sale"_s);
        QVERIFY(m_dialog->isVisible());
        m_dialog->noteAdded(u"The disk is full."_s);
        QVERIFY(text("importProblem").contains(u"The disk is full."_s));
        QVERIFY(m_dialog->isVisible());
        m_dialog->noteAdded({});
        QVERIFY(!m_dialog->isVisible());
    }

    void saysWhyAFileCannotBeReadAndOffersAnother()
    {
        write("%PDF-1.7\n1 0 obj\n");
        m_dialog->readFile(path());
        QTRY_VERIFY(isOffered(u"another file"_s));
        QVERIFY(!button("addButton")->isEnabled());
        bool isSaid = false;
        for (const QLabel* label : m_dialog->findChildren<QLabel*>())
            isSaid = isSaid || (label->isVisible() && label->text().contains(u"PDF"_s));
        QVERIFY(isSaid);
    }

    void asksOnceInWhichZoneTimesAreMeant()
    {
        read("Task ID,Goes out\n7000000001,2026-11-27 10:00\n");
        QTRY_VERIFY(button("addButton")->isEnabled());
        auto* zone = find<QComboBox>("zoneBox");
        QVERIFY(zone->isVisible());
        choose(*zone, zone->findData(QByteArray("Asia/Shanghai")));
        QTRY_VERIFY(cell(0, 4).contains(u"02:00 UTC"_s));
        choose(*zone, zone->findData(QByteArray("UTC")));
        QTRY_VERIFY(cell(0, 4).contains(u"10:00 UTC"_s));
    }

    void theOrderOfDatesThatWasAnsweredCanBeTakenBack()
    {
        read("Task ID,Goes out\n7000000001,1/6/2027 10:00\n");
        auto* order = find<QComboBox>("dateOrderBox");
        QTRY_VERIFY(order->isVisible());
        QCOMPARE(cell(0, 4), QString());
        choose(*order, order->findData(int(DateOrder::DayFirst)));
        QTRY_VERIFY(cell(0, 4).contains(u"1 Jun"_s));
        choose(*order, order->findData(int(DateOrder::Unknown)));
        QTRY_COMPARE(cell(0, 4), QString());
        QVERIFY(order->isVisible());
    }

    void takesTheColumnsThatAPersonChoosesAndRemembersThemForTheseHeadings()
    {
        const QByteArray table = "Task ID,Other number\n7000000001,8000000001\n7000000002,8000000002\n";
        read(table);
        QTRY_COMPARE(firstId(), 7000000001);
        auto* box = find<QComboBox>("idColumnBox");
        choose(*box, box->findData(1));
        QTRY_COMPARE(firstId(), 8000000001);
        QTRY_VERIFY(button("addButton")->isEnabled());
        button("addButton")->click();
        m_dialog->noteAdded({});

        open();
        read(table);
        QTRY_COMPARE(firstId(), 8000000001);
        QCOMPARE(find<QComboBox>("idColumnBox")->currentData().toInt(), 1);
        // Other headings are guessed anew.
        open();
        read("Task ID,Another\n7000000001,8000000001\n");
        QTRY_COMPARE(firstId(), 7000000001);
    }

    void saysWhereTheListSaysOtherwise()
    {
        m_listed.id = 7000000003;
        m_listed.audience = Audience::Tag;
        m_listed.goesOutAt = QDateTime(QDate(2026, 11, 26), QTime(12, 30), Qt::UTC);
        m_context.known = KnownIds({ 7000000003 }, { 7000000003 });
        read("Task ID,Goes out\n7000000001,2026-11-27 10:00\n7000000003,2026-11-27 10:00\n");
        QTRY_COMPARE(rows(), 2);
        QCOMPARE(cell(0, 1), u"Listed already, with a note"_s);
        QVERIFY2(cell(0, 3).startsWith(u"The list says otherwise: it goes out Today 12:30 to Tag."_s),
            qPrintable(cell(0, 3)));
        QCOMPARE(text("importSummary"), u"1 new · 1 listed already · 1 of these with a note"_s);
    }

    void asksForTheColumnWhereNumbersMayBeOfTelephones()
    {
        read("Kontakt,Phone\nAnn,4917012345678\nBob,4917012345679\n");
        QTRY_VERIFY(text("importSummary").startsWith(u"Choose the column"_s));
        QVERIFY(!button("addButton")->isEnabled());
    }

    void showsOnAskingOnlyWhatNeedsAnEye()
    {
        read("Task ID,Title\n7000000001,a\nabc,b\n7000000002,c\n");
        QTRY_COMPARE(rows(), 3);
        find<QCheckBox>("onlyRemarkedBox")->click();
        QCOMPARE(rows(), 1);
        QCOMPARE(cell(0, 2), u"\u2068abc\u2069"_s);
        QCOMPARE(button("addButton")->text(), u"&Add 2 pushes"_s);
    }

    void readsWhatWasPastedAsATable()
    {
        m_dialog->readPasted(u"Task ID\tTitle\n7000000001\tSale\n"_s);
        QTRY_COMPARE(firstId(), 7000000001);
        QCOMPARE(text("importName"), u"From the clipboard"_s);
        QCOMPARE(cell(0, 6), u"\u2068Sale\u2069"_s);
    }

    void saysTheWholeOfTheCurrentRow()
    {
        read("Task ID\n7000000001\n1.5E9\n");
        QTRY_COMPARE(rows(), 2);
        auto* table = find<QTableView>("importTable");
        table->setCurrentIndex(table->model()->index(0, 0));
        QVERIFY(text("importRowWords").startsWith(u"Line 3: Left out."_s));
    }

    void whatIsLeftOutCanBeTakenBackToTheSheet()
    {
        read("Title,Task ID\nSale,7000000001\n=News,1.23457E+18\n");
        QTRY_VERIFY(button("addButton")->isEnabled());
        QVERIFY(button("copyLeftOutButton")->isVisible());
        button("copyLeftOutButton")->click();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(0), u"Line\tWhy it is left out\tTitle\tTask ID"_s);
        QVERIFY2(lines.at(1).startsWith(u"3\t"_s) && lines.at(1).endsWith(u"\t'=News\t1.23457E+18"_s),
            qPrintable(lines.at(1)));
        QVERIFY(lines.at(1).contains(u"as text"_s));
        button("saveLeftOutButton")->click();
        auto* where = find<QFileDialog>("leftOutFileDialog");
        QVERIFY(where);
        QCOMPARE(QFileInfo(where->selectedFiles().value(0)).fileName(), u"table left out.csv"_s);
        const QString written = m_folder->filePath(u"left.csv"_s);
        Q_EMIT where->fileSelected(written);
        QVERIFY(text("leftOutTold").contains(u"left.csv"_s));
        QFile file(written);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF") && bytes.contains("\"1.23457E+18\""));
        Q_EMIT where->fileSelected(m_folder->filePath(u"no/such/folder.csv"_s));
        QVERIFY(text("leftOutTold").contains(u"could not be written"_s));
        where->close();
        read("Task ID\n7000000001\n");
        QTRY_COMPARE(rows(), 1);
        QVERIFY(!button("copyLeftOutButton")->isVisible()); // nothing is left out
    }

    void whatIsLeftOutOfAMessageIsTakenAsItStoodThere()
    {
        m_dialog->readPasted(u"please cancel 7000000001\tand call +49 30 1234567\nor 1.23457E+18"_s);
        QTRY_VERIFY(button("addButton")->isEnabled());
        if (!button("copyLeftOutButton")->isVisible())
            QSKIP("Nothing of it was left out.");
        button("copyLeftOutButton")->click();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Line\tWhy it is left out\t"_s));
    }

    void theFilesOwnWordsStandBesideTheTimeThatWasRead()
    {
        read("Task ID,Goes out,Region\n7000000001,2026-11-27 18:00:05 GMT+8,Singapore\n");
        QTRY_VERIFY(button("addButton")->isEnabled());
        auto* table = find<QTableView>("importTable");
        QVERIFY(cell(0, ImportModel::GoesOut).contains(u"10:00:05"_s));
        QVERIFY(cell(0, ImportModel::GoesOutInFile).contains(u"2026-11-27 18:00:05 GMT+8"_s));
        QVERIFY(cell(0, ImportModel::RegionColumn).contains(u"Singapore"_s));
        QHeaderView& header = *table->horizontalHeader();
        QCOMPARE(header.visualIndex(ImportModel::GoesOutInFile), header.visualIndex(ImportModel::GoesOut) + 1);
        QVERIFY(
            !table->isColumnHidden(ImportModel::GoesOutInFile) && !table->isColumnHidden(ImportModel::RegionColumn));
        read("Task ID\n7000000001\n");
        QTRY_VERIFY(table->isColumnHidden(ImportModel::GoesOutInFile));
        QVERIFY(table->isColumnHidden(ImportModel::RegionColumn));
    }

    void aPushOfAnotherRegionIsNeverTakenInSilence()
    {
        read("Task ID,Region\n7000000001,Frankfurt\n7000000002,Singapore\n7000000003,Atlantis\n");
        QTRY_VERIFY(button("addButton")->isEnabled());
        QCOMPARE(text("importSummary"), u"1 new · 2 left out"_s);
        QVERIFY(cell(0, ImportModel::RegionColumn).contains(u"Frankfurt"_s));
        QVERIFY(cell(0, ImportModel::Why).contains(u"region"_s, Qt::CaseInsensitive));
    }

    void theOrderOfTheFileCanBeChosen()
    {
        read("Task ID\n7000000001\n1.5E9\n7000000003\n");
        QTRY_COMPARE(rows(), 3);
        QCOMPARE(cell(0, ImportModel::Line), u"3"_s);
        auto* box = find<QCheckBox>("fileOrderBox");
        QVERIFY(box->isVisible() && !box->isChecked());
        box->click();
        QCOMPARE(cell(0, ImportModel::Line), u"2"_s);
        QCOMPARE(cell(1, ImportModel::Line), u"3"_s);
        find<QCheckBox>("onlyRemarkedBox")->click();
        QCOMPARE(rows(), 1);
        find<QCheckBox>("onlyRemarkedBox")->click();
        box->click();
        QCOMPARE(cell(0, ImportModel::Line), u"3"_s);
    }

    void theIdStaysInSightWhenTheRestIsScrolledSideways()
    {
        for (const Qt::LayoutDirection direction : { Qt::LeftToRight, Qt::RightToLeft }) {
            m_dialog->setLayoutDirection(direction);
            m_dialog->resize(500, 600);
            read("Task ID,Title,Goes out\n7000000001,A rather long title that needs its room,2026-11-27 10:00\n");
            QTRY_VERIFY(button("addButton")->isEnabled());
            auto* table = find<QTableView>("importTable");
            auto* first = find<QTableView>("firstColumn");
            QTRY_VERIFY(table->horizontalScrollBar()->maximum() > 0);
            table->horizontalScrollBar()->setValue(0);
            const QRect before = first->geometry();
            QCOMPARE(table->columnAt(direction == Qt::LeftToRight ? 2 : table->viewport()->width() - 3),
                int(ImportModel::Id));
            table->horizontalScrollBar()->setValue(table->horizontalScrollBar()->maximum());
            QVERIFY(first->isVisible());
            QCOMPARE(first->geometry(), before);
            QCOMPARE(first->columnAt(2), int(ImportModel::Id));
            QCOMPARE(first->width(), table->columnWidth(ImportModel::Id));
            QCOMPARE(before.right() > table->width() / 2, direction == Qt::RightToLeft);
            QCOMPARE(first->currentIndex(), table->currentIndex());
        }
    }

    void whileItIsReadAgainNothingElseCanBeChosen()
    {
        QByteArray table = "Task ID,Title\n";
        for (int i = 0; i < 20'000; ++i)
            table += QByteArray::number(7'000'000'000 + i) + ",x\n";
        read(table);
        QTRY_VERIFY(button("addButton")->isEnabled());
        auto* separator = find<QComboBox>("separatorBox");
        auto* title = find<QComboBox>("titleColumnBox");
        choose(*separator, separator->findData(QChar(u'|')));
        choose(*title, 0);
        QVERIFY(!title->isEnabled());
        QVERIFY(!find<QComboBox>("zoneBox")->isEnabled());
        QVERIFY(!button("addButton")->isEnabled());
        choose(*separator, separator->findData(QChar(u',')));
        choose(*title, 0);
        QTRY_VERIFY(button("addButton")->isEnabled());
        QVERIFY(title->isEnabled());
        QVERIFY(find<QComboBox>("zoneBox")->isEnabled());
        QCOMPARE(rows(), 20'000);
        QCOMPARE(cell(0, 6), u"\u2068x\u2069"_s);
    }

    void afterAReadingThatFailedOnlyTheSourceCanBeChanged()
    {
        m_dialog->readFile(QStringLiteral(TEST_DATA_DIR "/import/gb18030.csv"));
        QTRY_VERIFY(button("addButton")->isEnabled());
        QSignalSpy added(m_dialog.get(), &ImportDialog::addRequested);
        auto* encoding = find<QComboBox>("encodingBox");
        auto* title = find<QComboBox>("titleColumnBox");
        choose(*encoding, encoding->findData(QByteArray("UTF-8")));
        QTRY_VERIFY(find<QLabel>("importProblem")->isVisible());
        QVERIFY(encoding->isVisible() && encoding->isEnabled());
        QVERIFY(!title->isEnabled());
        choose(*title, 0);
        QTest::qWait(100);
        QVERIFY(find<QLabel>("importProblem")->isVisible());
        QVERIFY(!button("addButton")->isEnabled());
        m_dialog->accept();
        QCOMPARE(added.count(), 0);
        choose(*encoding, encoding->findData(QByteArray("GB18030")));
        QTRY_VERIFY(button("addButton")->isEnabled());
        QVERIFY(!find<QLabel>("importProblem")->isVisible());
        QVERIFY(title->isEnabled());
        QCOMPARE(title->currentData().toInt(), 1);
    }

    void aStopLeavesNothingBehind()
    {
        QByteArray table = "Task ID\n";
        for (int i = 0; i < 150'000; ++i)
            table += QByteArray::number(7'000'000'000 + i) + '\n';
        read(table);
        QTRY_VERIFY(isOffered(u"Stop"_s));
        find<QPushButton>("emptyButton0")->click();
        QTRY_VERIFY(isOffered(u"another file"_s));
        QTest::qWait(300);
        QVERIFY(!button("addButton")->isEnabled());
        QVERIFY(isOffered(u"another file"_s));
    }

private:
    void open()
    {
        m_dialog = std::make_unique<ImportDialog>(*m_settings,
            ImportDialog::Into { [this] { return m_context; },
                [this](TaskId id) { return id == m_listed.id ? std::optional(m_listed) : std::nullopt; } });
        m_dialog->show();
    }
    QString path() const { return m_folder->filePath(u"table.csv"_s); }
    void write(const QByteArray& bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void read(const QByteArray& bytes)
    {
        write(bytes);
        m_dialog->readFile(path());
    }
    template<typename Widget> Widget* find(const char* name) const
    {
        return m_dialog->findChild<Widget*>(QString::fromLatin1(name));
    }
    /// In the place of the table.
    bool isOffered(const QString& words) const
    {
        const auto* offer = find<QPushButton>("emptyButton0");
        return offer && offer->isVisible() && offer->accessibleName().contains(words);
    }
    QPushButton* button(const char* name) const { return find<QPushButton>(name); }
    QString text(const char* name) const { return find<QLabel>(name)->text(); }
    int rows() const { return find<QTableView>("importTable")->model()->rowCount(); }
    QString cell(int row, int column) const
    {
        const auto* model = find<QTableView>("importTable")->model();
        return model->index(row, column).data().toString();
    }
    TaskId firstId() const
    {
        QString digits = cell(0, 2);
        digits.removeIf([](QChar c) { return !c.isDigit(); });
        return digits.toLongLong();
    }
    static void choose(QComboBox& box, int item)
    {
        box.setCurrentIndex(item);
        Q_EMIT box.activated(item);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    ImportContext m_context;
    Task m_listed;
    std::unique_ptr<ImportDialog> m_dialog;
};

QTEST_MAIN(ImportDialogTest)
#include "tst_importdialog.moc"
