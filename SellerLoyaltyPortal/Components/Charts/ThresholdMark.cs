using System.Runtime.InteropServices;

namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>A named point on a <see cref="ThresholdChart"/>.</summary>
/// <param name="Threshold">Where on the axis.</param>
/// <param name="Value">How many lie at or above it.</param>
/// <param name="Name">A letter or two beside the dot.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ThresholdMark(double Threshold, double Value, string Name);
