using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>Makes a report of a seller: the one way that leads to the page, to Excel and to JSON.</summary>
public sealed class MakeReport(SellerDays days, TimeProvider clock)
{
    /// <param name="access">Of whoever asks.</param>
    /// <param name="definition">Which report.</param>
    /// <param name="valueOf">Name of an input to its value as it stands in an address; null where it is not given.</param>
    /// <param name="cancellation">Ends the work early with an exception.</param>
    public async Task<Result<Report>> RunAsync(
        SellerAccess access,
        ReportDefinition definition,
        Func<string, string?> valueOf,
        CancellationToken cancellation
    )
    {
        var inputs = ReportInputs.Parse(definition.Inputs, valueOf);
        if (!inputs.TryGet(out var given))
            return Result<Report>.Failure(inputs.Errors);
        var day = await days.GetAsync(access, cancellation);
        if (
            definition.Inputs.Contains(ReportInput.AsOf)
            && DayNumber.TryParse(valueOf(ReportInput.AsOf.Key)) > day.LastAsOf
        )
            return new Error("DayTooFarInAddress", ReportInput.AsOf.Key, day.LastAsOf);
        return await definition.MakeAsync(new(access, day, given, clock.GetUtcNow()), cancellation);
    }
}
