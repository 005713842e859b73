// A box to choose from with its label before it, in one line; a hidden one takes no room. Owned by its form.
#pragma once

#include <QWidget>

class QComboBox;

namespace pushbrake {

class LabelledBox : public QWidget
{
    Q_OBJECT
public:
    /// `name`: the box's object name. `label`: with a mnemonic, which moves the keyboard to the box.
    LabelledBox(const char* name, const QString& label, QWidget* parent);

    QComboBox& box() const { return *m_box; }

private:
    QComboBox* m_box;
};

} // namespace pushbrake
