// The measure of the start-up benchmark: an empty QMainWindow as large as the program's own. Links Qt Widgets alone.
#include "whenusable.h"

#include <QMainWindow>

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1240, 760);
    WhenUsable report(window);
    window.show();
    return QApplication::exec();
}
