using System.Text;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Import;

/// <summary>More than two hundred malformed files: always a reason, nothing stored, no memory to speak of.</summary>
public sealed class BadFilesTests : IDisposable
{
    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Import_EveryBadFile_IsRefusedWithAReasonAndChangesNothing()
    {
        var seller = await _desk.AddSellerAsync();
        await _desk.ImportAsync(seller, PurchaseFormat.Sample);
        var before = _desk.Dump();
        var files = BadFiles.All().ToList();
        Assert.True(files.Count >= 200, $"There are only {files.Count}.");
        Assert.Equal(files.Count, files.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count());
        foreach (var (name, bytes, layout) in files)
        foreach (var mode in (ImportMode[])[ImportMode.Check, ImportMode.AllOrNothing])
        {
            var result = await _desk.ImportAsync(seller, bytes, layout, name, mode: mode);
            if (result.IsSuccess)
            {
                Assert.True(result.Value.ErrorRows > 0, $"{name}: nothing is said to be wrong.");
                Assert.False(result.Value.IsStored, name);
                Assert.All(result.Value.Errors, e => Assert.True(e.Row > 0, name));
                Assert.All(result.Value.Errors, e => Assert.True(e.Value.Length <= 81, name));
            }
            else
                Assert.All(result.Errors, e => Assert.StartsWith("File", e.Code, StringComparison.Ordinal));
        }
        Assert.Equal(before, _desk.Dump());
    }

    [Fact]
    public async Task Inspect_EveryBadFile_IsLookedAtPreviewedAndCheckedWithoutAFailure()
    {
        // The way of a file on the page, whatever it is called: what it seems to be, its first rows, the check.
        var seller = await _desk.AddSellerAsync();
        var before = _desk.Dump();
        foreach (var (name, bytes, _) in BadFiles.All())
        {
            using var content = new MemoryStream(bytes);
            var inspected = InspectFile.Run(content, maxContentBytes: 8L << 30);
            if (!inspected.TryGet(out var found))
            {
                Assert.All(
                    inspected.Errors,
                    e => Assert.StartsWith("File", e.Code, StringComparison.Ordinal)
                );
                continue;
            }
            if (found.Layout == PurchaseLayout.Mapped && found.Mapping.Problems() is [_, ..])
                continue;
            var meaning = await _desk.Work.MeaningAsync(
                AnAccess.To(seller),
                found.Layout,
                found.Mapping,
                CancellationToken.None
            );
            Assert.NotNull(PreviewFile.Run(content, 8L << 30, found.Layout, found.Mapping, meaning));
        }
        Assert.Equal(before, _desk.Dump());
    }

    [Fact]
    public async Task Import_ContentBeyondTheLimit_Stops()
    {
        _desk.Options.MaxContentMegabytes = 1;
        var seller = await _desk.AddSellerAsync();
        var text = new StringBuilder("line_id,buyer_id,order_id,sku,quantity,list_price,bought_at\n");
        for (var i = 0; i < 50_000; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"L{i},b,o,s,1,1,2026-03-01\n");
        var result = await _desk.ImportAsync(seller, text.ToString());
        Assert.Equal("FileContentTooLarge", Assert.Single(result.Errors).Code);
        Assert.Null(await _desk.Ledger.FindHeadAsync(seller.Id, default));
    }

    [Fact]
    public async Task Import_MoreRowsThanAllowed_Stops()
    {
        _desk.Options.MaxRows = 1000;
        var seller = await _desk.AddSellerAsync();
        var text = new StringBuilder("line_id,buyer_id,order_id,sku,quantity,list_price,bought_at\n");
        for (var i = 0; i < 3000; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"L{i},b,o,s,1,1,2026-03-01\n");
        var result = await _desk.ImportAsync(seller, text.ToString());
        Assert.Equal("FileHasTooManyRows", Assert.Single(result.Errors).Code);
        Assert.Null(await _desk.Ledger.FindHeadAsync(seller.Id, default));
    }
}
