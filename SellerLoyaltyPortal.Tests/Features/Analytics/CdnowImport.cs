using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics;

/// <summary>The papers' sample as a file of the portal's CDNOW layout (the sample's own number of a buyer left out).</summary>
internal static class CdnowImport
{
    public static async Task RunAsync(PortalWebFactory portal, Seller seller)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Golden", "CDNOW_sample.txt.gz");
        using var sample = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var file = new StringBuilder("customer_id date number_of_cds dollar_value\r\n");
        while (await sample.ReadLineAsync() is { } row)
        {
            var fields = row.Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            );
            if (fields.Length == 5)
                file.Append(fields[0]).Append(' ').AppendJoin(' ', fields[2..]).Append("\r\n");
        }
        var content = Encoding.UTF8.GetBytes(file.ToString());
        var importer = portal.Services.GetRequiredService<PurchaseFileImporter>();
        var report = await importer.RunAsync(
            new PurchaseFile
            {
                SellerId = seller.Id,
                Content = new MemoryStream(content),
                Name = "CDNOW_sample.txt",
                Layout = PurchaseLayout.Cdnow,
                Calendar = BusinessCalendar.Of(seller.TimeZoneId),
            },
            progress: null,
            CancellationToken.None
        );
        Assert.Equal(6919, report.Value.LinesAdded);
    }
}
