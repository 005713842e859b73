#include "exchange/zipwriter.h"

#include <QFile>
#include <QTemporaryDir>

#include <minizip/zip.h>

namespace pushbrake {

namespace {

bool addMember(zipFile zip, const ZipMember& member)
{
    zip_fileinfo info {}; // without a time: what was written when is in the texts, and told once
    info.tmz_date = { 0, 0, 0, 1, 0, 1980 };
    if (zipOpenNewFileInZip(
            zip, member.name.constData(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, Z_DEFAULT_COMPRESSION)
        != ZIP_OK)
        return false;
    const bool isWritten = zipWriteInFileInZip(zip, member.bytes.constData(), unsigned(member.bytes.size())) == ZIP_OK;
    return zipCloseFileInZip(zip) == ZIP_OK && isWritten;
}

} // namespace

std::optional<QByteArray> membersToZip(const QList<ZipMember>& members)
{
    const QTemporaryDir folder; // only the owner sees into it
    const QString path = folder.filePath(QStringLiteral("pack.zip"));
    zipFile zip = folder.isValid() ? zipOpen64(QFile::encodeName(path).constData(), APPEND_STATUS_CREATE) : nullptr;
    if (!zip)
        return {};
    bool isWritten = true;
    for (const ZipMember& member : members)
        isWritten = isWritten && addMember(zip, member);
    isWritten = zipClose(zip, nullptr) == ZIP_OK && isWritten;
    QFile file(path);
    if (!isWritten || !file.open(QIODevice::ReadOnly))
        return {};
    QByteArray packed = file.readAll();
    if (packed.size() != file.size())
        return {};
    return packed;
}

} // namespace pushbrake
