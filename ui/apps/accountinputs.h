// The inputs of an account's form, with their names, sizes and choices. Owned by the parent that is given.
#pragma once

#include <QString>

class QComboBox;
class QLineEdit;
class QWidget;

namespace pushbrake::accountinputs {

inline constexpr int widest = 4096; ///< characters a field takes; more was pasted by mistake

QLineEdit* lineEdit(const QString& name, QWidget* parent);
/// The service's regions, and another host; Singapore is chosen. The data is the Region.
QComboBox* regionCombo(QWidget* parent);
/// The data is the ProfileColour.
QComboBox* colourCombo(QWidget* parent);

} // namespace pushbrake::accountinputs
