#include "exchange/peopleswords.h"

#include <QHash>
#include <QRegularExpression>

namespace pushbrake {

namespace {

constexpr int hour = 3600;
constexpr int mostOffsetHours = 14;

template<typename Value> struct Words
{
    Value value;
    QString list; ///< separated by "|"
};

template<typename Value> QHash<QString, Value> dictionary(const QList<Words<Value>>& all)
{
    QHash<QString, Value> result;
    for (const auto& [value, list] : all) {
        for (const QString& word : list.split(u'|'))
            result.insert(plainWord(word), value);
    }
    return result;
}

template<typename Value> std::optional<Value> lookUp(const QHash<QString, Value>& words, QStringView text)
{
    const auto found = words.constFind(plainWord(text));
    return found == words.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace

QString plainWord(QStringView text)
{
    static const QRegularExpression brackets(
        u"\\([^)]*\\)|\uFF08[^\uFF09]*\uFF09|\\[[^\\]]*\\]|\u3010[^\u3011]*\u3011"_qs);
    static const QRegularExpression noise(u"[^\\p{L}\\p{N}\\p{M}]+"_qs);
    return text.toString().remove(brackets).normalized(QString::NormalizationForm_KC).toCaseFolded().remove(noise);
}

std::optional<ColumnRole> roleOfHeading(QStringView heading)
{
    static const auto words = dictionary<ColumnRole>({
        { ColumnRole::Id,
            u"ID|IDs|Task ID|Task IDs|Task|Task No|Task number|Schedule task ID|Scheduled task ID|Push ID|Push task|"
            "任务ID|任务 ID|任务编号|任务号|任务|定时任务ID|推送任务ID|推送ID|编号|任務ID|任務編號|推播ID|"
            "작업 ID|작업ID|작업 번호|예약 작업 ID|푸시 ID|태스크 ID|"
            "Aufgaben-ID|Aufgabe|Aufgabennummer|Task-Nummer|Push-ID|Auftrags-ID|"
            "ID tugas|Nomor tugas|ID push|Tugas|"
            "معرّف المهمة|معرف المهمة|رقم المهمة|المعرف|"
            "タスクID|タスク ID|タスク番号|プッシュID"_qs },
        { ColumnRole::GoesOutAt,
            u"Goes out|Goes out at|Send time|Send at|Sent at|Time|Date|Date and time|Scheduled|Scheduled at|Scheduled "
            "time|Schedule time|Scheduled for|Push time|When|"
            "发送时间|推送时间|定时时间|计划时间|时间|日期|下发时间|定时发送时间|發送時間|推播時間|時間|"
            "발송 시간|발송 시각|전송 시간|예약 시간|예약 시각|시간|일시|날짜|"
            "Sendezeit|Versandzeit|Versand am|Zeit|Zeitpunkt|Datum|Uhrzeit|Geplant|Geplant für|Geht raus|"
            "Waktu kirim|Waktu pengiriman|Waktu|Jadwal|Tanggal|Dijadwalkan|"
            "وقت الإرسال|الوقت|موعد الإرسال|التاريخ|"
            "送信時間|送信日時|配信時間|配信日時|予定日時|日時|日付"_qs },
        { ColumnRole::Audience,
            u"Audience|Type|Push type|Target|Target type|Recipients|Who|Who gets it|Sent to|Scope|"
            "受众|类型|推送类型|目标|推送对象|推送范围|人群|受眾|類型|推播類型|對象|"
            "대상|유형|푸시 유형|수신자|발송 대상|"
            "Zielgruppe|Typ|Empfänger|Art|"
            "Audiens|Jenis|Tipe|Penerima|Sasaran|Target audiens|"
            "الجمهور|النوع|المستلمون|الفئة|"
            "対象|種類|タイプ|配信対象|オーディエンス"_qs },
        { ColumnRole::Title,
            u"Title|Push title|Subject|Headline|Name|Campaign|Campaign name|"
            "标题|推送标题|名称|活动|活动名称|主题|標題|推播標題|名稱|"
            "제목|푸시 제목|이름|캠페인|"
            "Titel|Betreff|Kampagne|Überschrift|"
            "Judul|Kampanye|Nama|"
            "العنوان|الاسم|الحملة|"
            "タイトル|件名|キャンペーン|名前"_qs },
        { ColumnRole::SdkAppId,
            u"SDKAppID|SDK App ID|App ID|AppID|App|应用ID|应用 ID|应用|應用ID|앱 ID|앱|App-ID|ID aplikasi|Aplikasi|"
            "معرّف التطبيق|معرف التطبيق|التطبيق|アプリID|アプリ"_qs },
        { ColumnRole::Region,
            u"Region|Data center|Data "
            u"centre|Site|区域|地域|地区|数据中心|站点|區域|地區|지역|리전|Rechenzentrum|Standort|"
            "Wilayah|Kawasan|المنطقة|リージョン|地域"_qs },
    });
    return lookUp(words, heading);
}

std::optional<int> zoneOffsetIn(QStringView text)
{
    static const QRegularExpression pattern(
        u"(?<![A-Za-z])(?:(?<utc>UTC|GMT|Z)(?![A-Za-z])|(?<named>SGT|HKT|KST|JST|WIB|WITA|WIT|CET|CEST)(?![A-Za-z]))?"
        "(?:(?<![0-9])(?<sign>[+\u2212-])(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2}))?(?![0-9]))?"_qs);
    static const QHash<QString, int> named { { u"SGT"_qs, 8 }, { u"HKT"_qs, 8 }, { u"KST"_qs, 9 }, { u"JST"_qs, 9 },
        { u"WIB"_qs, 7 }, { u"WITA"_qs, 8 }, { u"WIT"_qs, 9 }, { u"CET"_qs, 1 }, { u"CEST"_qs, 2 } };
    auto matches = pattern.globalMatch(text.toString());
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.capturedLength() == 0)
            continue;
        const QString name = match.captured(u"named"_qs);
        if (!name.isEmpty())
            return match.captured(u"sign"_qs).isEmpty() ? std::optional(named.value(name) * hour) : std::nullopt;
        const int hours = match.captured(u"hours"_qs).toInt();
        const int minutes = match.captured(u"minutes"_qs).toInt();
        if (hours > mostOffsetHours || minutes >= 60)
            return {};
        const int offset = hours * hour + minutes * 60;
        return match.captured(u"sign"_qs) == u"+" || match.captured(u"sign"_qs).isEmpty() ? offset : -offset;
    }
    return {};
}

std::optional<Audience> audienceOfWord(QStringView text)
{
    static const auto words = dictionary<Audience>({
        { Audience::All,
            u"All|Everyone|Everybody|All "
            u"users|Broadcast|全员|全部|全体|所有人|所有用户|全员推送|全部用户|全體|全部使用者|"
            "전체|모두|전체 사용자|모든 사용자|Alle|Alle Nutzer|Alle Benutzer|Jeder|Semua|Semua pengguna|"
            "الجميع|الكل|جميع المستخدمين|全員|すべて|全ユーザー"_qs },
        { Audience::Tag,
            u"Tag|Tags|By tag|Label|标签|按标签|标签推送|標籤|태그|Schlagwort|Schlagwörter|Etikett|Tanda|Berdasarkan "
            u"tag|"
            "وسم|علامة|الوسوم|タグ"_qs },
        { Audience::User,
            u"User|Users|Single|Single user|Account|Accounts|By "
            u"user|单发|单推|单个用户|指定用户|指定账号|用户|账号|單發|"
            "使用者|사용자|개별|지정 사용자|단일|Nutzer|Benutzer|Einzeln|Konto|Einzelne Nutzer|Pengguna|Akun|"
            "مستخدم|مستخدمون|حساب|ユーザー|個別|アカウント"_qs },
    });
    return lookUp(words, text);
}

std::optional<Region> regionOfWord(QStringView text)
{
    static const auto words = dictionary<Region>({
        { Region::China, u"China|Mainland China|CN|中国|中国大陆|中國|国内|중국|Tiongkok|Cina|الصين|中国大陸"_qs },
        { Region::Singapore, u"Singapore|SG|SGP|新加坡|싱가포르|Singapur|Singapura|سنغافورة|シンガポール"_qs },
        { Region::Seoul, u"Seoul|Korea|KR|首尔|首爾|韩国|서울|한국|Südkorea|سيول|ソウル"_qs },
        { Region::Frankfurt,
            u"Frankfurt|Germany|DE|GER|法兰克福|德国|프랑크푸르트|Deutschland|فرانكفورت|フランクフルト"_qs },
        { Region::SiliconValley,
            u"Silicon Valley|siliconvalley|USA|US|硅谷|矽谷|실리콘밸리|وادي السيليكون|シリコンバレー"_qs },
        { Region::Jakarta, u"Jakarta|Indonesia|IDN|雅加达|雅加達|자카르타|جاكرتا|ジャカルタ"_qs },
        { Region::Riyadh, u"Riyadh|Saudi Arabia|KSA|SA|利雅得|沙特|리야드|Riad|الرياض|リヤド"_qs },
        { Region::Practice, u"Practice|练习|연습|Übung|Latihan|تدريب|練習"_qs },
    });
    const QString host = comparableHost(text.trimmed().toString());
    for (const Region region : serviceRegions) {
        if (host == regionHost(region))
            return region;
    }
    return lookUp(words, text);
}

} // namespace pushbrake
