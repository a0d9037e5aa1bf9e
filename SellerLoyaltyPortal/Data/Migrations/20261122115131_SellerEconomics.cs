using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerLoyaltyPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class SellerEconomics : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SellerEconomics",
                columns: table => new
                {
                    SellerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Commission = table.Column<int>(type: "INTEGER", nullable: false),
                    OptionCommission = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitCost = table.Column<int>(type: "INTEGER", nullable: false),
                    OptionLockDays = table.Column<int>(type: "INTEGER", nullable: true),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SellerEconomics", x => x.SellerId);
                    table.ForeignKey(
                        name: "FK_SellerEconomics_Sellers_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Sellers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "SellerEconomics");
        }
    }
}
