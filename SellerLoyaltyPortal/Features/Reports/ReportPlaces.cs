using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>Reports by their names.</summary>
public sealed class ReportPlaces(
    ReportCatalog catalog,
    ReportWords words,
    IStringLocalizer<ReportsText> texts
) : PlaceFinder
{
    public override Task<IReadOnlyList<NamedPlace>> AllAsync(
        SellerAccess access,
        CancellationToken cancellation
    ) =>
        Task.FromResult<IReadOnlyList<NamedPlace>>([
            .. catalog.All.Select(report => new NamedPlace(
                words.Report(report),
                texts["PlaceReport"],
                "reports?report=" + report.Name,
                report.Icon
            )),
        ]);
}
