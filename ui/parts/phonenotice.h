// A push as it would look on a phone: app, time, title and text on a card, cut where a phone cuts them. Foreign text is
// drawn as the text that it is. Takes no room while neither title nor text is known. Owned by its parent.
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

namespace pushbrake {

class PhoneNotice : public QWidget
{
    Q_OBJECT
public:
    struct Push
    {
        QString app; ///< in words of this program; may be empty
        QString time; ///< in words; may be empty
        QString title; ///< foreign
        QString text; ///< foreign
    };

    static constexpr int mostTitleLines = 2;
    static constexpr int mostTextLines = 4;

    explicit PhoneNotice(QWidget* parent);

    /// Shows itself, or hides when there is nothing to show.
    void setPush(const Push& push);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// A text as it is broken into lines of a width; the last one ends in dots when there is more of it.
    struct Block
    {
        QStringList lines;
        bool isRightToLeft = false;
        int height = 0;
    };
    Block blockOf(const QString& text, const QFont& font, int width, int most) const;
    void drawHead(QPainter& painter, QRect place) const;
    /// From the top of `place`, which is what is left afterwards.
    void drawBlock(QPainter& painter, QRect& place, const QString& text, const QFont& font, int most) const;
    QFont headFont() const;
    QFont titleFont() const;
    int headHeight() const;

    Push m_push; ///< foreign text with what is invisible in it made visible
};

} // namespace pushbrake
