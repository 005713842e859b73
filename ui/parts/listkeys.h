// The keys of the first page's commands. On another page they mean what is shown there, or nothing: never rows that
// nobody sees. Pure; asked by those pages.
#pragma once

class QKeyEvent;

namespace pushbrake {

bool isKeyOfTheList(const QKeyEvent& key);

} // namespace pushbrake
