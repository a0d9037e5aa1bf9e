using System.Collections;
using SellerLoyaltyPortal.Features.Eligibility.Sorting;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>The steps of a curve, ascending by total: a view, nothing is copied.</summary>
public readonly struct ThresholdSteps(ThresholdCurve curve) : IEnumerable<ThresholdStep>
{
    public Enumerator GetEnumerator() => new(curve);

    IEnumerator<ThresholdStep> IEnumerable<ThresholdStep>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator(ThresholdCurve curve) : IEnumerator<ThresholdStep>
    {
        private SortedTotals.Enumerator _totals = curve.Sorted.GetEnumerator();
        private int _buyers = curve.Buyers;
        private long _revenue = curve.Revenue.TenThousandths;

        public ThresholdStep Current { get; private set; }

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (!_totals.MoveNext())
                return false;
            var (total, count) = _totals.Current;
            Current = new(new(total), _buyers, new(_revenue));
            _buyers -= count;
            _revenue -= total * count;
            return true;
        }

        public void Reset() => this = new(curve);

        public readonly void Dispose() { }
    }
}
