// Asks for one of many files from which pushes were imported: typing a part of its name leaves those that have it.
// Owned by the window it stands over.
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace pushbrake {

class ImportedFileDialog : public QDialog
{
    Q_OBJECT
public:
    /// In the order in which they are offered.
    ImportedFileDialog(QStringList files, QWidget* parent);

Q_SIGNALS:
    void chosen(const QString& file);

public Q_SLOTS:
    void accept() override;

private:
    void fill();

    QStringList m_files;
    QLineEdit* m_part;
    QListWidget* m_list;
    QPushButton* m_show;
};

} // namespace pushbrake
