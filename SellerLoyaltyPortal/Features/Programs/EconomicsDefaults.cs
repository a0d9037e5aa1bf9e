using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>
/// Starting values of unit economics for sellers who have said nothing: of all, and of single ones. A marketplace knows
/// its commission and the price of its option; what is left out is an example.
/// </summary>
public sealed class EconomicsDefaults
{
    /// <inheritdoc cref="UnitEconomics.Commission"/>
    public decimal? CommissionPercent { get; init; }

    /// <inheritdoc cref="UnitEconomics.OptionCommission"/>
    public decimal? OptionCommissionPercent { get; init; }

    /// <inheritdoc cref="UnitEconomics.UnitCost"/>
    public decimal? UnitCostPercent { get; init; }

    /// <summary>By the seller's name in addresses; what is left out there is what holds for all.</summary>
    public IDictionary<string, EconomicsDefaults> Sellers { get; init; } =
        new Dictionary<string, EconomicsDefaults>(StringComparer.Ordinal);

    /// <summary>What a seller starts with, and whether commissions and unit cost were set by somebody.</summary>
    internal (UnitEconomics Unit, bool HasCommission, bool HasUnitCost) For(string slug)
    {
        var own = Sellers.TryGetValue(slug, out var found) ? found : null;
        var commission = own?.CommissionPercent ?? CommissionPercent;
        var option = own?.OptionCommissionPercent ?? OptionCommissionPercent;
        var cost = own?.UnitCostPercent ?? UnitCostPercent;
        var example = UnitEconomics.Default;
        return (
            new(
                ToPercent(commission) ?? example.Commission,
                ToPercent(option) ?? example.OptionCommission,
                ToPercent(cost) ?? example.UnitCost
            ),
            commission is not null,
            cost is not null
        );
    }

    private static Percent? ToPercent(decimal? percent) =>
        percent is { } set ? new Percent((int)decimal.Round(set * 100)) : null;

    /// <summary>A wrong configuration stops the start and says where.</summary>
    internal sealed class Check : IValidateOptions<EconomicsDefaults>
    {
        public ValidateOptionsResult Validate(string? name, EconomicsDefaults options)
        {
            var faults = options
                .Sellers.Keys.Prepend("")
                .SelectMany(slug =>
                    options
                        .For(slug)
                        .Unit.Check()
                        .Select(e => $"{nameof(EconomicsDefaults)} {slug}: {e.Path} is out of its limits.")
                )
                .ToList();
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
