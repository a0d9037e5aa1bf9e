using System.Collections.Frozen;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>Walks IL and yields every metadata token that an instruction carries.</summary>
internal static class MethodBodyTokens
{
    private static readonly FrozenDictionary<ushort, OperandType> Operands = typeof(OpCodes)
        .GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToFrozenDictionary(code => (ushort)code.Value, code => code.OperandType);

    public static IEnumerable<EntityHandle> In(byte[] il)
    {
        var position = 0;
        while (position < il.Length)
        {
            ushort code = il[position++];
            if (code == 0xFE)
                code = (ushort)(0xFE00 | il[position++]);
            var operand = Operands[code];
            switch (operand)
            {
                case OperandType.InlineMethod
                or OperandType.InlineField
                or OperandType.InlineType
                or OperandType.InlineTok
                or OperandType.InlineSig:
                    yield return MetadataTokens.EntityHandle(BitConverter.ToInt32(il, position));
                    position += 4;
                    break;
                case OperandType.InlineSwitch:
                    position += 4 + 4 * BitConverter.ToInt32(il, position);
                    break;
                default:
                    position += SizeOf(operand);
                    break;
            }
        }
    }

    private static int SizeOf(OperandType operand) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 4,
        };
}
