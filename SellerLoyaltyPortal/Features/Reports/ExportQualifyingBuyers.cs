using System.Globalization;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Reports.Excel;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>
/// Makes the workbook of buyers who qualify and of those who are one typical order away. The file is written
/// to the disk first: a fault leaves an error, never half a workbook.
/// </summary>
public sealed class ExportQualifyingBuyers(
    SellerDirectory sellers,
    LedgerSnapshots snapshots,
    SellerDays days,
    TimeProvider clock,
    IStringLocalizer<ReportsText> texts
)
{
    public async Task<Result<ReportFile>> RunAsync(
        SellerAccess access,
        QualifyingReportRequest request,
        CancellationToken cancellation
    )
    {
        if (!await sellers.StillMayAsync(access, SellerRole.Analyst, cancellation))
            return new Error("MembershipNeeded");
        var day = await days.GetAsync(access, cancellation);
        var snapshot = await snapshots.GetAsync(access.SellerId, cancellation);
        // Off the request's thread: a million rows take seconds.
        return await Task.Run(
            () =>
                Make(
                    access,
                    request with
                    {
                        AsOf = request.AsOf ?? day.DefaultAsOf,
                    },
                    day,
                    snapshot,
                    cancellation
                ),
            cancellation
        );
    }

    private ReportFile Make(
        SellerAccess access,
        QualifyingReportRequest request,
        SellerDay day,
        LedgerSnapshot snapshot,
        CancellationToken cancellation
    )
    {
        var asOf = request.AsOf!.Value;
        var rule = EligibilityRule.Default;
        var totals = BuyerTotalsCalculator.Calculate(snapshot.Columns, rule, asOf);
        var typicalOrder = TypicalOrder.MedianOf(snapshot.Columns, rule, asOf);
        var report = new QualifyingReport
        {
            Access = access,
            Threshold = request.Threshold,
            Discount = request.Discount,
            Totals = totals,
            Buyers = QualifyingBuyers.List(totals, request.Threshold, typicalOrder ?? Money.Zero),
            TypicalOrder = typicalOrder,
            Ledger = day.Ledger,
            LedgerSequence = snapshot.Sequence,
            CreatedAt = clock.GetUtcNow(),
        };
        var file = NewFile();
        try
        {
            new QualifyingWorkbook(texts).Write(report, file, cancellation);
            file.Position = 0;
            return new(NameOf(access, request), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static FileStream NewFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        // Buyers' totals are nobody else's to read, also on a shared machine.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }

    private string NameOf(SellerAccess access, QualifyingReportRequest request) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{texts["FileName.Qualifying"].Value}-{access.Slug}-{request.Threshold}-{request.AsOf}.xlsx"
        );
}
