// A small bot on discord.js. It logs in to a running stand-in and answers in the ways there are.
import {
  ActionRowBuilder, ApplicationCommandType, ButtonBuilder, ButtonStyle, Client, EmbedBuilder,
  Events, GatewayIntentBits, MessageFlags, ModalBuilder, SlashCommandBuilder,
  StringSelectMenuBuilder, TextInputBuilder, TextInputStyle,
} from 'discord.js';

const quiet = { parse: [] };
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  rest: { api: `${process.env.STANDIN_URL}/api` },
  allowedMentions: quiet,
});

client.once(Events.ClientReady, async (ready) => {
  await ready.application.commands.set([
    new SlashCommandBuilder().setName('quote').setDescription('A quote')
      .addStringOption((o) => o.setName('theme').setDescription('Which').setAutocomplete(true))
      .addChannelOption((o) => o.setName('channel').setDescription('Where'))
      .addUserOption((o) => o.setName('of').setDescription('Whose')),
    new SlashCommandBuilder().setName('slow').setDescription('Defers'),
    new SlashCommandBuilder().setName('discuss').setDescription('Opens a thread'),
    { name: 'Record as response', type: ApplicationCommandType.Message },
  ]);
});

const onCommand = async (interaction) => {
  switch (interaction.commandName) {
    case 'quote': {
      const theme = interaction.options.getString('theme');
      const channel = interaction.options.getChannel('channel');
      const of = interaction.options.getMember('of');
      const buttons = new ActionRowBuilder().addComponents(
        new ButtonBuilder().setCustomId('answer').setLabel('Answer').setStyle(ButtonStyle.Primary),
        new ButtonBuilder().setCustomId('more').setLabel('Another').setStyle(ButtonStyle.Secondary),
      );
      const menu = new ActionRowBuilder().addComponents(
        new StringSelectMenuBuilder().setCustomId('menu')
          .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' }),
      );
      return interaction.reply({
        content: `on ${theme} in ${channel?.name} of ${of?.displayName}`,
        embeds: [new EmbedBuilder().setTitle('A quote').setDescription('To be or not to be')],
        components: [buttons, menu],
      });
    }
    case 'slow':
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('done');
      return interaction.followUp({ content: 'and more', flags: MessageFlags.Ephemeral });
    case 'discuss': {
      const message = await interaction.channel.send('Let us discuss');
      const thread = await message.startThread({ name: 'Discussion', autoArchiveDuration: 1440 });
      await thread.send({ content: 'Who begins?', files: [{ attachment: Buffer.from('hello'), name: 'a.txt' }] });
      await message.pin();
      return interaction.reply('opened');
    }
    default:
      return interaction.reply(`recorded: ${interaction.targetMessage.content}`);
  }
};

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    const names = ['power', 'property', 'freedom'].filter((name) => name.startsWith(typed));
    await interaction.respond(names.map((name) => ({ name: `The ${name}`, value: name })));
  } else if (interaction.isCommand()) {
    await onCommand(interaction);
  } else if (interaction.isButton() && interaction.customId === 'answer') {
    const input = new TextInputBuilder().setCustomId('text').setLabel('Your answer')
      .setStyle(TextInputStyle.Paragraph).setMaxLength(100);
    await interaction.showModal(new ModalBuilder().setCustomId('form').setTitle('Answer')
      .addComponents(new ActionRowBuilder().addComponents(input)));
  } else if (interaction.isButton()) {
    await interaction.update({ content: 'another', components: [] });
  } else if (interaction.isStringSelectMenu()) {
    await interaction.reply(`chose ${interaction.values.join(',')}`);
  } else if (interaction.isModalSubmit()) {
    await interaction.reply(`${interaction.user.username} says ${interaction.fields.getTextInputValue('text')}`);
  }
});

// Whatever discord.js cannot decode, or is refused, ends the process, and with it the test.
for (const event of ['error', 'warn']) client.on(event, (what) => { throw what; });
process.on('unhandledRejection', (error) => { console.error(error); process.exit(1); });
process.stdin.on('end', () => process.exit(0)).resume();
await client.login(process.env.STANDIN_TOKEN);
