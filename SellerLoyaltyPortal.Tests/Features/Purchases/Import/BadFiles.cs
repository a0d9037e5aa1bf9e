using System.IO.Compression;
using System.Text;
using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Import;

/// <summary>Files that no layout can take, each with a name that says what is wrong.</summary>
internal static class BadFiles
{
    private const string Header = "line_id,buyer_id,order_id,sku,quantity,list_price,bought_at";
    private const string Full =
        "line_id,version,buyer_id,order_id,sku,category,quantity,list_price,seller_price,price_paid,bought_at,returned_at,returned_quantity,loyalty_discount";
    private const string Good = "L0,b,o,s,1,1.00,2026-03-01";

    private static readonly string[] BadNumbers =
    [
        "1e999",
        "1E5",
        "-1",
        "--1",
        "+1",
        "1,000",
        "1 000",
        "1.000.000",
        "1..0",
        ".",
        "-",
        "NaN",
        "Infinity",
        "-Infinity",
        "0x10",
        "１２",
        "٣",
        "1\u00A0000",
        "$5",
        "5 USD",
        "5€",
        "5₽",
        "1/2",
        "50%",
        "(5)",
        "5-",
        "=1+1",
        "+1+1",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
        "1.00001",
        "99999999999",
        "9223372036854775808",
        "79228162514264337593543950336",
        "null",
        "true",
        "",
        "abc",
    ];

    private static readonly string[] BadQuantities =
    [
        "0",
        "-1",
        "1.5",
        "1e3",
        "2147483648",
        "99999999999999999999",
        "",
        "one",
        "=2",
        "１",
        "1 0",
        "0x1",
        "NaN",
        "-0.5",
        "½",
    ];

    private static readonly string[] BadDates =
    [
        "31.02.2026",
        "2026-02-31",
        "2026-13-01",
        "2026-00-10",
        "2026-01-00",
        "0000-00-00",
        "01/02/2026",
        "2026/01/02",
        "20260102",
        "2026-1-2",
        "26-01-02",
        "2026-01-02 24:00",
        "2026-01-02 12:60",
        "2026-01-02 12:00:60",
        "2026-01-02 1:00",
        "2026-01-02T12",
        "2026-01-02T12:00+15:00",
        "2026-01-02T12:00+0",
        "2026-01-02T12:00 MSK",
        "2026-01-02x",
        "1969-12-31",
        "2100-01-01",
        "9999-12-31",
        "-2026-01-02",
        "46000",
        "1767225600",
        "yesterday",
        "",
        "2026-02-29",
        "２０２６-01-02",
    ];

    private static readonly string[] BadTexts = ["", "   ", "\t", new('x', 201), new('я', 5000)];

    private static readonly string[] BadHeaders =
    [
        "",
        "\n\n\n",
        ",,,,,,",
        "line_id",
        "line_id;buyer_id;order_id;sku;quantity;list_price;bought_at",
        "line_id\tbuyer_id\torder_id\tsku\tquantity\tlist_price\tbought_at",
        "line id,buyer_id,order_id,sku,quantity,list_price,bought_at",
        Header + ",line_id",
        Header + ",LINE_ID",
        Header + ",email",
        Header + ",phone",
        Header + ",customer_name",
        Header + ",",
        Header + ",currency",
        Header.Replace("buyer_id", "", StringComparison.Ordinal),
        Header.Replace("buyer_id,", "", StringComparison.Ordinal),
        Header.Replace("list_price", "price", StringComparison.Ordinal),
        "\"line_id,buyer_id",
        "{\"line_id\":\"L1\"}",
        "<html><body>404</body></html>",
        "<?xml version=\"1.0\"?><rows/>",
        "SQLite format 3\0",
        "PK\u0003\u0004",
        "%PDF-1.7",
        "#!/bin/sh",
        "L1,b,o,s,1,1.00,2026-03-01",
        string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"c{i}")),
        string.Join(',', Enumerable.Repeat("line_id", 900)),
        "'; DROP TABLE PurchaseLines; --",
    ];

    public static IEnumerable<(string Name, byte[] Bytes, PurchaseLayout Layout)> All()
    {
        foreach (var (name, text) in PortalTexts())
            yield return (name, Encoding.UTF8.GetBytes(text), PurchaseLayout.PortalCsv);
        foreach (var (name, bytes) in Binaries())
            yield return (name, bytes, PurchaseLayout.PortalCsv);
        foreach (var (name, text) in OtherTexts(PurchaseLayout.OnlineRetail))
            yield return (name, Encoding.UTF8.GetBytes(text), PurchaseLayout.OnlineRetail);
        foreach (var (name, text) in OtherTexts(PurchaseLayout.Cdnow))
            yield return (name, Encoding.UTF8.GetBytes(text), PurchaseLayout.Cdnow);
    }

    private static IEnumerable<(string Name, string Text)> PortalTexts()
    {
        foreach (var number in BadNumbers)
            yield return ($"price {number}", Rows($"L1,b,o,s,1,\"{number}\",2026-03-01"));
        foreach (var quantity in BadQuantities)
            yield return ($"quantity {quantity}", Rows($"L1,b,o,s,\"{quantity}\",1,2026-03-01"));
        foreach (var date in BadDates)
            yield return ($"date {date}", Rows($"L1,b,o,s,1,1,\"{date}\""));
        foreach (var text in BadTexts)
        {
            yield return ($"line {text}", Rows($"\"{text}\",b,o,s,1,1,2026-03-01"));
            yield return ($"order {text}", Rows($"L1,b,\"{text}\",s,1,1,2026-03-01"));
            yield return ($"sku {text}", Rows($"L1,b,o,\"{text}\",1,1,2026-03-01"));
        }
        foreach (var header in BadHeaders)
            yield return ($"header {header}", header + "\n" + Good + "\n");
        foreach (var number in BadNumbers.Where(n => n.Length > 0))
            yield return ($"price paid {number}", Full + $"\nL1,1,b,o,s,,1,1,,\"{number}\",2026-03-01,,,\n");
        foreach (var bad in (string[])["-1", "2", "1.5", "x"])
            yield return ($"returned {bad}", Full + $"\nL1,1,b,o,s,,1,1,,,2026-03-01,,{bad},\n");
        foreach (var bad in (string[])["0", "-1", "1.0", "v2", "2147483648"])
            yield return ($"version {bad}", Full + $"\nL1,{bad},b,o,s,,1,1,,,2026-03-01,,,\n");
        foreach (var bad in (string[])["yes!", "2", "да"])
            yield return ($"discount {bad}", Full + $"\nL1,1,b,o,s,,1,1,,,2026-03-01,,,{bad}\n");
        foreach (var buyer in (string[])["a@b.example", "+7 900 123-45-67", "8 (900) 123-45-67"])
            yield return ($"buyer {buyer}", Rows($"L1,{buyer},o,s,1,1,2026-03-01"));
        yield return (
            "points and commas",
            (Header + "\n" + Good).Replace(',', ';') + "\nL1;b;o;s;1;1,00;2026-03-01\n"
        );
        yield return ("mixed currencies", $"{Header},currency\n{Good},RUB\nL1,b,o,s,1,1.00,2026-03-01,USD\n");
        yield return ("too few fields", Rows("L1,b,o,s,1,1"));
        yield return ("too many fields", Rows("L1,b,o,s,1,1,2026-03-01,x"));
        yield return ("open quote", Rows("L1,\"b,o,s,1,1,2026-03-01"));
        yield return ("text after a quote", Rows("L1,\"b\"c,o,s,1,1,2026-03-01"));
        yield return ("NUL byte", Rows("L1,b\0,o,s,1,1,2026-03-01"));
        yield return ("control character", Rows("L1,b\u0007,o,s,1,1,2026-03-01"));
        yield return ("same line, other price", Rows("L0,b,o,s,1,2.00,2026-03-01"));
        yield return ("only the header", Header + "\n");
        yield return ("only blank rows", Header + "\n\n\n   \n");
        yield return ("total too large", Rows("L1,b,o,s,2000000000,9999999999,2026-03-01"));
        yield return (
            "row of two million characters",
            Rows("L1," + new string('b', 2_000_000) + ",o,s,1,1,x")
        );
        yield return ("quote of two million characters", Rows("L1,\"" + new string('\n', 2_000_000)));
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Binaries()
    {
        var good = Encoding.UTF8.GetBytes(Header + "\n" + Good + "\n");
        yield return ("no bytes", []);
        yield return ("one byte", [0x1F]);
        yield return ("an .exe", [.. "MZ\u0090\0\u0003"u8, .. new byte[4096]]);
        yield return ("zeros", new byte[100_000]);
        yield return ("Latin-1", [.. good, .. "L1,"u8, 0x93, 0x94, 0xA9, .. ",o,s,1,1,2026-03-01\n"u8]);
        yield return (
            "two encodings",
            [.. good, .. "L1,\u00e9,"u8, 0xEF, .. ",s,1,1,2026-03-01\n"u8, .. new byte[9]]
        );
        yield return ("UTF-32", Encoding.UTF32.GetBytes(Header + "\n" + Good + "\n"));
        yield return ("overlong UTF-8", [.. good, .. "L1,"u8, 0xC0, 0xAF, .. ",o,s,1,1,2026-03-01\n"u8]);
        yield return ("cut UTF-8", [.. good, .. "L1,"u8, 0xD0]);
        yield return ("gzip header only", [0x1F, 0x8B]);
        yield return (
            "gzip of rubbish",
            [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, .. Enumerable.Repeat((byte)0xFF, 99)]
        );
        var packed = Gzip(Encoding.UTF8.GetBytes(Header + "\n" + string.Concat(ManyRows(2000))));
        foreach (var part in (int[])[5, 10, 20, packed.Length / 2, packed.Length - 20])
            yield return ($"gzip cut after {part}", packed[..part]);
        var flipped = packed.ToArray();
        flipped[packed.Length / 2] ^= 0x55;
        yield return ("gzip with a wrong byte", flipped);
        var checksum = packed.ToArray();
        checksum[^8] ^= 1;
        yield return ("gzip with a wrong checksum", checksum);
        yield return ("gzip in gzip", Gzip(Gzip(good)));
        yield return ("zip bomb", Bomb());
        for (var seed = 0; seed < 25; seed++)
        {
            var noise = new byte[5000];
            new Random(seed).NextBytes(noise);
            yield return ($"noise {seed}", noise);
        }
    }

    private static IEnumerable<(string Name, string Text)> OtherTexts(PurchaseLayout layout)
    {
        var header =
            layout == PurchaseLayout.Cdnow
                ? " customer_id  date number_of_cds  dollar_value"
                : "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
        string[] rows =
            layout == PurchaseLayout.Cdnow
                ?
                [
                    "00001",
                    "00001 19970101",
                    "00001 19970101 1",
                    "00001 19970101 1 11.77 5",
                    "00001 1997-01-01 1 11.77",
                    "00001 19970230 1 11.77",
                    "00001 19970101 x 11.77",
                    "00001 19970101 0 11.77",
                    "00001 19970101 -1 11.77",
                    "00001 19970101 1 -11.77",
                    "00001 19970101 1 1e999",
                    "00001 19970101 1 NaN",
                    "00001 18970101 1 11.77",
                    "0\0001 19970101 1 11.77",
                    new string('7', 300) + " 19970101 1 11.77",
                ]
                :
                [
                    "536365",
                    ",A,X,6,2010-12-01 08:26:00,2.55,17850,UK",
                    "536365,,X,6,2010-12-01 08:26:00,2.55,17850,UK",
                    "536365,A,X,,2010-12-01 08:26:00,2.55,17850,UK",
                    "536365,A,X,0,2010-12-01 08:26:00,2.55,17850,UK",
                    "536365,A,X,-6,2010-12-01 08:26:00,2.55,17850,UK",
                    "536365,A,X,six,2010-12-01 08:26:00,2.55,17850,UK",
                    "536365,A,X,6,31.02.2010,2.55,17850,UK",
                    "536365,A,X,6,12/1/2010 8:26,2.55,17850,UK",
                    "536365,A,X,6,2010-12-01 08:26:00,2;55,17850,UK",
                    "536365,A,X,6,2010-12-01 08:26:00,-2.55,17850,UK",
                    "536365,A,X,6,2010-12-01 08:26:00,1e999,17850,UK",
                    "C536365,A,X,6,2010-12-01 08:26:00,2.55,17850,UK",
                    "536365,A,\"X,6,2010-12-01 08:26:00,2.55,17850,UK",
                    "536365,A,X,6,2010-12-01 08:26:00,2.55,17850,UK,more",
                    "536365,A,X,6,2010-12-01 08:26:00,2.55," + new string('7', 300) + ",UK",
                ];
        foreach (var row in rows)
            yield return ($"{layout} {row}", header + "\n" + row + "\n");
        yield return ($"{layout} without rows", header + "\n");
        yield return ($"{layout} empty", "");
        yield return ($"{layout} another layout", PurchaseFormat.Sample);
        yield return ($"{layout} two headers", header + "\n" + header + "\n");
    }

    private static string Rows(string row) => $"{Header}\n{Good}\n{row}\n";

    private static IEnumerable<string> ManyRows(int count) =>
        Enumerable.Range(0, count).Select(i => $"L{i},b{i * 7919 % 997},o{i},s,1,{i % 89}.50,2026-03-01\n");

    private static byte[] Gzip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return target.ToArray();
    }

    // 64 MB of one letter in 64 kB: far longer than any row may be.
    private static byte[] Bomb()
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.SmallestSize))
        {
            var block = Enumerable.Repeat((byte)'a', 1 << 20).ToArray();
            for (var i = 0; i < 64; i++)
                gzip.Write(block);
        }
        return target.ToArray();
    }
}
