// Asks where a table is written to, as CSV or as a workbook: the name keeps what a person typed when the kind changes.
// Owned by the window it stands over; writes nothing itself.
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace pushbrake {

struct TableFileWish
{
    enum class Kind { Csv, Workbook };

    const char* name; ///< of the dialog, for who looks for it
    QString title;
    QString proposed; ///< name of the file, without its ending
    Kind first = Kind::Csv; ///< is proposed
};

/// By its ending.
bool isWorkbook(const QString& path);
/// The name of a file without its ending, where that is one of a table that can be brought; any other dot is a part of
/// what a person has called it.
QString stemOfTable(const QString& name);
/// A text of people's own without the signs that no file can have in its name.
QString inFileName(QString text);
/// `chosen` gets the path, unless the dialog is closed without one; it goes with `window`.
void askForTableFile(const TableFileWish& wish, QWidget& window, std::function<void(const QString&)> chosen);

} // namespace pushbrake
