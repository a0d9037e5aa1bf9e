using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>
/// The shares that the constructor counts with: those stored, until somebody tries others. What is typed wrong is said at its
/// field and leaves the shares as they are.
/// </summary>
public sealed class UnitTrial
{
    /// <summary>The fields in the order in which they are shown, by the name that their texts have.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        nameof(UnitEconomics.Commission),
        nameof(UnitEconomics.OptionCommission),
        nameof(UnitEconomics.UnitCost),
    ];

    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);

    public UnitTrial(SellerUnitEconomics stored, UnitEconomics? tried = null)
    {
        Stored = stored;
        Unit = tried ?? stored.Unit;
        Write();
    }

    public SellerUnitEconomics Stored { get; private set; }

    public UnitEconomics Unit { get; private set; }

    public bool IsTrial => Unit != Stored.Unit;

    public bool HasErrors => Fields.Any(share => ErrorOf(share) is not null);

    /// <summary>As it was typed while it is wrong, else as the language writes the share.</summary>
    public string Text(string field) => _typed[field];

    /// <summary>Null where nothing is wrong.</summary>
    public Error? ErrorOf(string field) =>
        ShareText.Read(_typed[field]) is { } share
            ? With(field, share).Check().FirstOrDefault(error => error.Path == field)
            : new Error("NotANumber", field);

    /// <returns>Whether the shares have changed.</returns>
    public bool Type(string field, string? text)
    {
        _typed[field] = text ?? "";
        if (ErrorOf(field) is not null)
            return false;
        var unit = With(field, ShareText.Read(_typed[field])!.Value);
        _typed[field] = ShareText.Write(ShareOf(unit, field));
        var changed = unit != Unit;
        Unit = unit;
        return changed;
    }

    /// <summary>They are what the seller has stored now.</summary>
    public void Store(SellerUnitEconomics stored)
    {
        Stored = stored;
        Reset();
    }

    /// <summary>Back to what is stored.</summary>
    public void Reset()
    {
        Unit = Stored.Unit;
        Write();
    }

    /// <summary>Into an address: <c>&amp;commission=25&amp;option=1&amp;unitCost=50.5</c>; nothing where they are those stored.</summary>
    public string Query() =>
        IsTrial
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"&commission={Unit.Commission.ToDecimal():0.##}&option={Unit.OptionCommission.ToDecimal():0.##}&unitCost={Unit.UnitCost.ToDecimal():0.##}"
            )
            : "";

    /// <summary>With what the constructor opens at an address, and whether something of it could not be read.</summary>
    public static (UnitTrial Trial, bool IsWrong) At(string address, SellerUnitEconomics stored)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        var (commission, option, unitCost) = (Of("commission"), Of("option"), Of("unitCost"));
        var tried = Read(commission, option, unitCost);
        return (new(stored, tried), tried is null && (commission ?? option ?? unitCost) is not null);

        string? Of(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
    }

    /// <summary>Out of an address; null where not all three stand there, or one that is none.</summary>
    public static UnitEconomics? Read(string? commission, string? option, string? unitCost) =>
        ShareText.Read(commission) is { } k
        && ShareText.Read(option) is { } c
        && ShareText.Read(unitCost) is { } v
        && new UnitEconomics(k, c, v) is var unit
        && unit.Check().Count == 0
            ? unit
            : null;

    private void Write()
    {
        foreach (var field in Fields)
            _typed[field] = ShareText.Write(ShareOf(Unit, field));
    }

    private static Percent ShareOf(UnitEconomics unit, string field) =>
        field switch
        {
            nameof(UnitEconomics.Commission) => unit.Commission,
            nameof(UnitEconomics.OptionCommission) => unit.OptionCommission,
            nameof(UnitEconomics.UnitCost) => unit.UnitCost,
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No share of a unit."),
        };

    private UnitEconomics With(string field, Percent share) =>
        field switch
        {
            nameof(UnitEconomics.Commission) => Unit with { Commission = share },
            nameof(UnitEconomics.OptionCommission) => Unit with { OptionCommission = share },
            nameof(UnitEconomics.UnitCost) => Unit with { UnitCost = share },
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No share of a unit."),
        };
}
