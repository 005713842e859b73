// A table that somebody brings, from a file or the clipboard: shows what would become of each of its rows, and lets
// columns, zone and encoding be put right, before anything is added. Made and opened by TaskDesk, which changes the
// list; owned by the window it stands over. Nothing here is sent. Columns that were chosen for a heading row are
// remembered in the settings.
#pragma once

#include "exchange/importreading.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <optional>

class QCheckBox;
class QFileDialog;
class QLabel;
class QPushButton;
class QSettings;

namespace pushbrake {

class ColumnChooser;
class EmptyState;
class FirstColumnTable;
class ImportModel;
class ImportQuestions;
class LeftOutBar;
class ScrolledForm;
class SourceChooser;

class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    /// Check: the pushes are compared with what the service has, and nothing is added to the list.
    enum class Purpose { Add, Check };
    /// App and list that it is imported into.
    struct Into
    {
        std::function<ImportContext()> context; ///< asked for at each reading
        std::function<std::optional<Task>(TaskId)>
            listed; ///< what the list says of a push; nothing: it is not there. None for a check
        Purpose purpose = Purpose::Add;
    };
    ImportDialog(QSettings& settings, Into into, QWidget* parent = nullptr);
    ~ImportDialog() override;

    /// A dialog that asks which file, still to be opened: it begins where the last one was.
    static QFileDialog* makeFileDialog(QWidget& parent, const QSettings& settings, Purpose purpose = Purpose::Add);

    void readFile(const QString& path);
    void readPasted(const QString& text);
    /// What was read, as people call it.
    const QString& sourceName() const { return m_sourceName; }
    /// It is the name of a file; otherwise it was pasted.
    bool isOfFile() const { return m_isOfFile; }

Q_SIGNALS:
    /// Answered by noteAdded().
    void addRequested(const QList<pushbrake::Task>& tasks);
    /// In place of it where they are checked.
    void checkRequested(const QList<pushbrake::Expectation>& expected);

public Q_SLOTS:
    void accept() override;
    /// They are on the list, and the dialog closes; with a `problem` they are not.
    void noteAdded(const QString& problem);

private:
    enum class State { Reading, Failed, Shown };

    void buildWidgets();
    void buildTable();
    void buildLayout();
    void wire();
    void askForFile();
    void begin(const QString& name);
    void readAgain();
    void enter(State state);
    void onTable(std::shared_ptr<const ReadTable> table, ColumnPlan guess);
    void onPreview(std::shared_ptr<const ImportPreview> preview);
    void onFailed(TableFault fault);
    void preview();
    void presentCounts();
    void presentRow();
    void presentTable();
    ColumnPlan plan() const; ///< the columns, and the order of dates as it was answered
    QString rememberedKey() const;
    bool isCheck() const { return m_into.purpose == Purpose::Check; }
    /// What its button says of so many pushes that are taken, of which some are not listed.
    QString deed(int taken, int fresh) const;

    QSettings& m_settings;
    Into m_into;
    ImportReading* m_reading;
    ImportModel* m_model;
    std::shared_ptr<const ReadTable> m_table; ///< null while it is read, and after that failed
    QString m_sourceName;
    bool m_isOfFile = false;
    bool m_isSized = false; ///< the columns, for this table
    ScrolledForm* m_form = nullptr;
    QLabel* m_name;
    SourceChooser* m_source;
    ColumnChooser* m_columns;
    ImportQuestions* m_questions;
    QLabel* m_summary;
    QCheckBox* m_onlyRemarked;
    QCheckBox* m_fileOrder;
    LeftOutBar* m_leftOut;
    FirstColumnTable* m_rows;
    QLabel* m_row; ///< the current one, in words
    EmptyState* m_state;
    QLabel* m_problem;
    QAction* m_stop;
    QAction* m_choose;
    QPushButton* m_another;
    QPushButton* m_close;
    QPushButton* m_add;
};

} // namespace pushbrake
