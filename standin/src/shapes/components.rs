//! Message components and modal components: the tables.

use super::{Field, Shape, may, must};

const TYPE: Field = must("type", Shape::Int(1, 30));
const ID: Field = may("id", Shape::Int(0, i32::MAX as i64));
const CUSTOM_ID: Field = must("custom_id", Shape::Text(1, 100));
const EMOJI: Field = may(
    "emoji",
    Shape::Object(&[
        may("id", Shape::Snowflake),
        may("name", Shape::Text(0, 100)),
        may("animated", Shape::Bool),
    ]),
);
const MEDIA: Shape = Shape::Object(&[must("url", Shape::Text(1, 2048))]);

const BUTTON: &[Field] = &[
    TYPE,
    ID,
    must("style", Shape::Int(1, 6)),
    may("label", Shape::Text(0, 80)),
    EMOJI,
    may("custom_id", Shape::Text(1, 100)),
    may("sku_id", Shape::Snowflake),
    may("url", Shape::Text(1, 512)),
    may("disabled", Shape::Bool),
];

const OPTION: Shape = Shape::Object(&[
    must("label", Shape::Text(1, 100)),
    must("value", Shape::Text(1, 100)),
    may("description", Shape::Text(0, 100)),
    EMOJI,
    may("default", Shape::Bool),
]);
const DEFAULT_VALUES: Field = may(
    "default_values",
    Shape::List(
        &Shape::Object(&[must("id", Shape::Snowflake), must("type", Shape::Text(1, 10))]),
        0,
        25,
    ),
);

macro_rules! select {
    ($($extra:expr),*) => {
        &[
            TYPE, ID, CUSTOM_ID,
            may("placeholder", Shape::Text(0, 150)),
            may("min_values", Shape::Int(0, 25)),
            may("max_values", Shape::Int(1, 25)),
            may("disabled", Shape::Bool),
            may("required", Shape::Bool),
            $($extra),*
        ]
    };
}
const STRING_SELECT: &[Field] = select!(must("options", Shape::List(&OPTION, 1, 25)));
const ENTITY_SELECT: &[Field] = select!(DEFAULT_VALUES);
const CHANNEL_SELECT: &[Field] =
    select!(DEFAULT_VALUES, may("channel_types", Shape::List(&Shape::Int(0, 16), 0, 25)));

const TEXT_INPUT: &[Field] = &[
    TYPE,
    ID,
    CUSTOM_ID,
    must("style", Shape::Int(1, 2)),
    // Inside a Label it must not be there; inside an action row it must. See `modal`.
    may("label", Shape::Text(1, 45)),
    may("min_length", Shape::Int(0, 4000)),
    may("max_length", Shape::Int(1, 4000)),
    may("required", Shape::Bool),
    may("value", Shape::Text(0, 4000)),
    may("placeholder", Shape::Text(0, 100)),
];

const TEXT_DISPLAY: &[Field] = &[TYPE, ID, must("content", Shape::Text(1, 4000))];
const THUMBNAIL: &[Field] = &[
    TYPE,
    ID,
    must("media", MEDIA),
    may("description", Shape::Text(0, 1024)),
    may("spoiler", Shape::Bool),
];

/// The children of a row of a message.
const ROW_CHILD: Shape = Shape::Typed(&[
    (2, BUTTON),
    (3, STRING_SELECT),
    (5, ENTITY_SELECT),
    (6, ENTITY_SELECT),
    (7, ENTITY_SELECT),
    (8, CHANNEL_SELECT),
]);
const ROW: &[Field] = &[TYPE, ID, must("components", Shape::List(&ROW_CHILD, 1, 5))];

const SECTION: &[Field] = &[
    TYPE,
    ID,
    must("components", Shape::List(&Shape::Typed(&[(10, TEXT_DISPLAY)]), 1, 3)),
    must("accessory", Shape::Typed(&[(2, BUTTON), (11, THUMBNAIL)])),
];
const GALLERY: &[Field] = &[
    TYPE,
    ID,
    must(
        "items",
        Shape::List(
            &Shape::Object(&[
                must("media", MEDIA),
                may("description", Shape::Text(0, 1024)),
                may("spoiler", Shape::Bool),
            ]),
            1,
            10,
        ),
    ),
];
const FILE: &[Field] = &[TYPE, ID, must("file", MEDIA), may("spoiler", Shape::Bool)];
const SEPARATOR: &[Field] =
    &[TYPE, ID, may("divider", Shape::Bool), may("spacing", Shape::Int(1, 2))];
const CONTAINER: &[Field] = &[
    TYPE,
    ID,
    may("accent_color", Shape::Int(0, 0xFF_FFFF)),
    may("spoiler", Shape::Bool),
    must(
        "components",
        Shape::List(
            &Shape::Typed(&[
                (1, ROW),
                (9, SECTION),
                (10, TEXT_DISPLAY),
                (12, GALLERY),
                (13, FILE),
                (14, SEPARATOR),
            ]),
            1,
            40,
        ),
    ),
];

/// The components of an ordinary message.
pub(crate) const ROWS: Shape = Shape::List(&Shape::Typed(&[(1, ROW)]), 0, 5);
/// The components of a message with the newer layout.
pub(crate) const LAYOUT: Shape = Shape::List(
    &Shape::Typed(&[
        (1, ROW),
        (9, SECTION),
        (10, TEXT_DISPLAY),
        (12, GALLERY),
        (13, FILE),
        (14, SEPARATOR),
        (17, CONTAINER),
    ]),
    1,
    40,
);

/// The kinds of files that are taken: newer than Discord's description of its API, which lets it pass.
pub(super) const FILE_TYPES: Shape = Shape::List(&Shape::Text(1, 20), 0, 10);
const FILE_UPLOAD: &[Field] = &[
    TYPE,
    ID,
    CUSTOM_ID,
    may("min_values", Shape::Int(0, 10)),
    may("max_values", Shape::Int(1, 10)),
    may("required", Shape::Bool),
    may("file_types", FILE_TYPES),
];
const CHECKBOX: &[Field] = &[TYPE, ID, CUSTOM_ID, may("default", Shape::Bool)];
/// An option of a group, which has no emoji.
const GROUP_OPTION: Shape = Shape::Object(&[
    must("label", Shape::Text(1, 100)),
    must("value", Shape::Text(1, 100)),
    may("description", Shape::Text(0, 100)),
    may("default", Shape::Bool),
]);
const RADIO_GROUP: &[Field] = &[
    TYPE,
    ID,
    CUSTOM_ID,
    must("options", Shape::List(&GROUP_OPTION, 2, 10)),
    may("required", Shape::Bool),
];
const CHECKBOX_GROUP: &[Field] = &[
    TYPE,
    ID,
    CUSTOM_ID,
    must("options", Shape::List(&GROUP_OPTION, 1, 10)),
    may("min_values", Shape::Int(0, 10)),
    may("max_values", Shape::Int(1, 10)),
    may("required", Shape::Bool),
];
const LABEL: &[Field] = &[
    TYPE,
    ID,
    must("label", Shape::Text(1, 45)),
    may("description", Shape::Text(1, 100)),
    must(
        "component",
        Shape::Typed(&[
            (3, STRING_SELECT),
            (4, TEXT_INPUT),
            (5, ENTITY_SELECT),
            (6, ENTITY_SELECT),
            (7, ENTITY_SELECT),
            (8, CHANNEL_SELECT),
            (19, FILE_UPLOAD),
            (21, RADIO_GROUP),
            (22, CHECKBOX_GROUP),
            (23, CHECKBOX),
        ]),
    ),
];
pub(super) const MODAL: &[Field] = &[
    must("custom_id", Shape::Text(1, 100)),
    must("title", Shape::Text(1, 45)),
    must(
        "components",
        Shape::List(
            &Shape::Typed(&[
                (
                    1,
                    &[
                        TYPE,
                        ID,
                        must("components", Shape::List(&Shape::Typed(&[(4, TEXT_INPUT)]), 1, 1)),
                    ],
                ),
                (10, TEXT_DISPLAY),
                (18, LABEL),
            ]),
            1,
            5,
        ),
    ),
];
