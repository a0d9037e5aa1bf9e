using System.Globalization;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Programs by their names: a draft where it is changed, anything further on where it is read.</summary>
public sealed class ProgramPlaces(ProgramList programs, IStringLocalizer<ProgramsText> texts) : PlaceFinder
{
    public override async Task<IReadOnlyList<NamedPlace>> AllAsync(
        SellerAccess access,
        CancellationToken cancellation
    ) =>
        [
            .. (await programs.AllAsync(access, cancellation)).Select(p => new NamedPlace(
                p.Program.Name,
                texts["Status." + p.Program.Status],
                (p.Program.Status == ProgramStatus.Draft ? "constructor/" : "programs/")
                    + p.Program.Id.ToString(CultureInfo.InvariantCulture),
                "loyalty"
            )),
        ];
}
