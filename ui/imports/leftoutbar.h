// Takes the rows that are left out of an import away, so that whoever made the sheet can mend them: onto the clipboard
// or into a file. Shown while there are some. Owned by ImportDialog.
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace pushbrake {

class LeftOutBar : public QWidget
{
    Q_OBJECT
public:
    /// The rows, their heading first; asked for when they are taken.
    using Rows = std::function<QList<QStringList>()>;

    LeftOutBar(Rows rows, QWidget* parent);

    /// How many there are, of a file of that name.
    void present(int leftOut, const QString& sourceName);

private:
    void copy();
    void askWhere();
    void write(const QString& path);

    Rows m_rows;
    QString m_sourceName;
    QPushButton* m_copy;
    QPushButton* m_save;
    QLabel* m_told; ///< what became of it
};

} // namespace pushbrake
