using System.Globalization;
using SellerLoyaltyPortal.Features.Purchases.Import;

namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>Tells columns with e-mail addresses, phones, names and addresses, by what they are called and hold.</summary>
internal static class PersonalColumns
{
    private const double EnoughShare = 0.3;

    private static readonly (PersonalKind Kind, string[] Words)[] Headers =
    [
        (PersonalKind.Email, ["email", "e-mail", "mail", "почта", "почты", "эл.почта", "имейл"]),
        (
            PersonalKind.Phone,
            ["phone", "telephone", "tel", "mobile", "телефон", "телефона", "тел", "тел.", "моб", "мобильный"]
        ),
        (
            PersonalKind.Name,
            [
                "firstname",
                "lastname",
                "fullname",
                "surname",
                "имя",
                "фамилия",
                "отчество",
                "фио",
                "ф.и.о.",
                "ф.и.о",
                "получатель",
                "recipient",
            ]
        ),
        (
            PersonalKind.Address,
            ["address", "address1", "address2", "street", "zip", "postcode", "адрес", "улица", "индекс"]
        ),
    ];

    /// <summary>Names of people, where "name" alone may be that of goods.</summary>
    private static readonly string[] People =
    [
        "first name",
        "last name",
        "full name",
        "customer name",
        "buyer name",
        "client name",
        "billing name",
        "shipping name",
        "имя клиента",
        "имя покупателя",
    ];

    private static readonly HashSet<string> FirstNames = new(
        (
            "александр алексей анастасия анатолий андрей анна антон артём артем борис вадим валентина валерий вера "
            + "виктор виктория виталий владимир владислав галина георгий григорий дарья денис дмитрий евгений евгения "
            + "екатерина елена иван игорь илья ирина кирилл константин ксения лариса людмила максим маргарита марина "
            + "мария михаил надежда наталия наталья никита николай оксана олег олеся ольга павел пётр петр полина роман "
            + "светлана сергей софия станислав степан татьяна юлия юрий яна ярослав "
            + "alexander alice andrew anna anthony barbara benjamin brian carol charles christopher daniel david deborah "
            + "donald edward elizabeth emily emma eric george helen jack jacob james jane jason jennifer jessica john "
            + "joseph joshua karen kenneth kevin laura lisa margaret maria mark mary matthew michael michelle nancy olivia "
            + "patricia patrick paul peter rebecca richard robert ronald ryan samuel sandra sarah scott sharon sophie "
            + "stephen steven susan thomas timothy william"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    public static PersonalKind KindOf(string header, IEnumerable<string> values)
    {
        var (all, emails, phones, names) = (0, 0, 0, 0);
        foreach (var value in values)
        {
            if (value.Length == 0)
                continue;
            all++;
            if (IsEmail(value))
                emails++;
            else if (PersonalData.IsLikely(value))
                phones++;
            else if (IsName(value))
                names++;
        }
        if (emails > all * EnoughShare)
            return PersonalKind.Email;
        if (phones > all * EnoughShare)
            return PersonalKind.Phone;
        return names > all * EnoughShare ? PersonalKind.Name : KindOfHeader(header);
    }

    private static PersonalKind KindOfHeader(string header)
    {
        var name = header.Trim().ToLower(CultureInfo.InvariantCulture).Replace('_', ' ');
        if (People.Any(p => name.Contains(p, StringComparison.Ordinal)))
            return PersonalKind.Name;
        var words = name.Split([' ', '(', ')', ',', '/'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var (kind, known) in Headers)
            if (words.Any(w => known.Contains(w, StringComparer.Ordinal)))
                return kind;
        return PersonalKind.None;
    }

    private static bool IsEmail(string value) =>
        value.IndexOf('@', StringComparison.Ordinal) is var at and > 0
        && value.IndexOf('.', at) > at + 1
        && !value.Contains(' ', StringComparison.Ordinal);

    // Two or three words, one of them a first name or a patronymic.
    private static bool IsName(string value)
    {
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 1 or 2 or 3
            && words.All(w => w.Length > 1 && w.All(c => char.IsLetter(c) || c is '-' or '.'))
            && words.Any(w =>
                FirstNames.Contains(w)
                || w.EndsWith("вич", StringComparison.OrdinalIgnoreCase)
                || w.EndsWith("вна", StringComparison.OrdinalIgnoreCase)
            );
    }
}
